/** What may go wrong with a call, for tests of the bot's manners. */
export type Fault =
  | { kind: 'too-many-requests'; retryAfterS: number }
  | { kind: 'server-error' }
  | { kind: 'bad-request'; description: string }
  /** The connection breaks without an answer; `carriedOut` says whether the call had its effect. */
  | { kind: 'dropped'; carriedOut: boolean };

/** Faults for the next calls; each is used up in the order it was asked for. `method` `'*'` is any method. */
export interface Faults {
  /** 429 with `retry_after` (seconds) for the next `times` calls. */
  tooManyRequests(method: string, options: { times?: number; retryAfterS: number }): void;
  /** 500 for the next `times` calls. */
  serverError(method: string, options?: { times?: number }): void;
  /** 400 in these words of Telegram's for the next `times` calls: what the bot sent is not to its liking. */
  badRequest(method: string, options: { times?: number; description: string }): void;
  /** Breaks the connection of the next `times` calls; with `carriedOut` only the answer is lost. */
  dropConnection(method: string, options?: { times?: number; carriedOut?: boolean }): void;
  /** Forgets what was not used up. */
  clear(): void;
}

const ANY = '*';

/** @returns the tests' side and the server's side: `take` uses up at most one fault of this call */
export const createFaults = (): { faults: Faults; take: (method: string) => Fault | null } => {
  const waiting: { method: string; fault: Fault }[] = [];
  const add = (method: string, fault: Fault, times = 1) => {
    for (let count = 0; count < times; count += 1) waiting.push({ method: method.toLowerCase(), fault });
  };

  return {
    faults: {
      tooManyRequests: (method, { times, retryAfterS }) =>
        add(method, { kind: 'too-many-requests', retryAfterS }, times),
      serverError: (method, { times } = {}) => add(method, { kind: 'server-error' }, times),
      badRequest: (method, { times, description }) =>
        add(method, { kind: 'bad-request', description }, times),
      dropConnection: (method, { times, carriedOut = false } = {}) =>
        add(method, { kind: 'dropped', carriedOut }, times),
      clear: () => {
        waiting.length = 0;
      },
    },
    take: (method) => {
      const index = waiting.findIndex(
        (entry) => entry.method === ANY || entry.method === method.toLowerCase(),
      );
      return index < 0 ? null : (waiting.splice(index, 1)[0]?.fault ?? null);
    },
  };
};
