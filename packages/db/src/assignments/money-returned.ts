/** A callback after which a client booked. */
export interface Booking {
  assignmentId: number;
  /** The call that proves the callback is a booking; else only the owner says so. */
  isProven: boolean;
  /** Everything that tells who the client is: keyed hashes of his numbers, else the call. Never empty. */
  clients: readonly string[];
}

/** Joins names that stand together. @returns the one name that stands for all of a client */
const joinNames = (together: readonly (readonly string[])[]): ((name: string) => string) => {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // Straight to it the next time: a chain of numbers is walked once.
    if (root !== name) parents.set(name, root);
    return root;
  };
  for (const [first, ...others] of together)
    for (const other of others) {
      const [root, second] = [rootOf(first ?? other), rootOf(other)];
      if (root !== second) parents.set(second, root);
    }
  return rootOf;
};

/**
 * One booking a client, however many callbacks he had, under however many numbers and in however many lists. Pure.
 * @param bookings the one that should stand for a client before his others
 */
export const oncePerClient = <Row extends Booking>(bookings: readonly Row[]): Row[] => {
  const rootOf = joinNames(bookings.map(({ clients }) => clients));
  const seen = new Set<string>();
  return bookings.filter(({ assignmentId, clients }) => {
    const client = rootOf(clients[0] ?? String(assignmentId));
    const isFirst = !seen.has(client);
    seen.add(client);
    return isFirst;
  });
};

/** How many clients booked after a callback: at least `low`, at most `high`. */
export interface ClientsReturned {
  /** A call confirms it. */
  low: number;
  /** With those who booked on the owner's word. */
  high: number;
}

/** The range of clients who came back, of bookings that count each once. Pure. */
export const clientsReturned = (bookings: readonly Pick<Booking, 'isProven'>[]): ClientsReturned => ({
  low: bookings.filter(({ isProven }) => isProven).length,
  high: bookings.length,
});
