interface Unscored {
  historyId: number;
  revision: number;
  tag: string;
}

const typeOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);

/**
 * The engine broke on a call: a bug. The queue keeps this message where developers read it, so it names the call
 * and never quotes it; the log has the cause.
 */
export class ScoringError extends Error {
  constructor({ historyId, revision, tag }: Unscored, cause: unknown) {
    super(`call ${historyId} (revision ${revision}) broke the engine ${tag}: ${typeOf(cause)}`, { cause });
    this.name = 'ScoringError';
  }
}
