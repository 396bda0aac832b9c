import { MINUTE_MS } from '../domain/durations.js';
/** `too_often_again`: refused right after another refusal, so that the person knows already. */
export type Verdict = 'pass' | 'too_often' | 'too_often_again';

/** How often one person may ask for something, whatever the others do. */
export interface RateLimit {
  /** Counts one tap or message. */
  take(telegramId: number): Verdict;
}

interface Bucket {
  tokens: number;
  filledAtMs: number;
  isTold: boolean;
}

interface RateLimitOptions {
  /** What one person may do for long. */
  perMinute: number;
  /** What he may do at once, after a pause. */
  burst: number;
  now: () => Date;
}

/** People who have been quiet are forgotten when there are more than this many. */
const REMEMBERED = 1_000;

/** Counts in this process alone: with several gateways a person may do that many times more. */
export const makeRateLimit = ({ perMinute, burst, now }: RateLimitOptions): RateLimit => {
  const buckets = new Map<number, Bucket>();

  const filled = (bucket: Bucket, nowMs: number): number =>
    Math.min(burst, bucket.tokens + (Math.max(nowMs - bucket.filledAtMs, 0) * perMinute) / MINUTE_MS);
  const forgetQuiet = (nowMs: number): void => {
    if (buckets.size <= REMEMBERED) return;
    for (const [id, bucket] of buckets) if (filled(bucket, nowMs) >= burst) buckets.delete(id);
  };

  return {
    take: (telegramId) => {
      const nowMs = now().getTime();
      forgetQuiet(nowMs);
      const before = buckets.get(telegramId);
      const tokens = before ? filled(before, nowMs) : burst;
      const passes = tokens >= 1;
      buckets.set(telegramId, { tokens: passes ? tokens - 1 : tokens, filledAtMs: nowMs, isTold: !passes });
      if (passes) return 'pass';
      return before?.isTold === true ? 'too_often_again' : 'too_often';
    },
  };
};
