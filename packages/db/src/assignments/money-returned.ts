/** A client who booked after a callback. */
export interface Booking {
  assignmentId: number;
  /** A later call to the client says so itself; else only the owner does. */
  isProven: boolean;
  /** When the client was spoken with, or the owner said so. */
  at: Date;
  /** Everything that tells who the client is: keyed hashes of his numbers, else the call. Never empty. */
  clients: readonly string[];
}

/** What stands for one client among several callbacks: what is proven, then what came first. */
const isBetter = (a: Booking, b: Booking): boolean => {
  if (a.isProven !== b.isProven) return a.isProven;
  const [at, other] = [a.at.getTime(), b.at.getTime()];
  return at === other ? a.assignmentId < b.assignmentId : at < other;
};

/** Groups names that stand together; whoever is in one group has one root. */
const groupNames = (together: Iterable<readonly string[]>): ((name: string) => string) => {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // The way is shortened, so that a long chain is walked once.
    for (let at = name; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [first, ...others] of together)
    for (const other of others) {
      if (first === undefined) break;
      const [root, second] = [rootOf(first), rootOf(other)];
      if (root !== second) parents.set(second, root);
    }
  return rootOf;
};

/**
 * One booking a client, however many callbacks he had, under however many numbers and in however many lists. Pure.
 * @returns in the order given
 */
export const oncePerClient = <Row extends Booking>(bookings: readonly Row[]): Row[] => {
  const rootOf = groupNames(bookings.map(({ clients }) => clients));
  const best = new Map<string, Row>();
  for (const booking of bookings) {
    const root = rootOf(booking.clients[0] ?? String(booking.assignmentId));
    const known = best.get(root);
    if (known === undefined || isBetter(booking, known)) best.set(root, booking);
  }
  const kept = new Set([...best.values()].map(({ assignmentId }) => assignmentId));
  return bookings.filter(({ assignmentId }) => kept.has(assignmentId));
};

/** What callbacks brought back: at least `low`, at most `high`. */
export interface MoneyReturned {
  /** Clients whose booking a call confirms. */
  low: number;
  /** With those who booked on the owner's word. */
  high: number;
}

/** The range of clients that came back; each counts once. Pure. */
export const moneyReturned = (clients: readonly Pick<Booking, 'isProven'>[]): MoneyReturned => ({
  low: clients.filter(({ isProven }) => isProven).length,
  high: clients.length,
});
