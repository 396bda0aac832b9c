const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A service that lived this long had started well: the next pause is the shortest again. */
const LIVED_WELL_MS = 60_000;

/**
 * How long to wait before a service that ended is started again: 1, 2, 4 … 30 s, so that a service that cannot live
 * does not eat the machine.
 * @param failures ends in a row before this one
 * @returns the pause, and the ends in a row with this one
 */
export const nextRestart = (livedMs: number, failures: number): { pauseMs: number; failures: number } => {
  const before = livedMs >= LIVED_WELL_MS ? 0 : failures;
  return { pauseMs: Math.min(FIRST_PAUSE_MS * 2 ** before, LONGEST_PAUSE_MS), failures: before + 1 };
};
