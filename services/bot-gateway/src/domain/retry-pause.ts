/** How tries follow each other. */
interface RetryPauses {
  firstMs: number;
  /** Each pause is twice the one before, up to this. */
  longestMs: number;
}

/** The pause after a try that failed. @param attempt which one it was: 1 is the first */
export const retryPauseMs = (attempt: number, { firstMs, longestMs }: RetryPauses): number =>
  Math.min(firstMs * 2 ** (attempt - 1), longestMs);
