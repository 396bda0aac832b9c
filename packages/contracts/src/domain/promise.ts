/** A call that comes so many minutes after the promised moment still keeps the promise: nobody's watch is exact. */
export const PROMISE_GRACE_MINUTES = 15;

/** A promise that is overdue for so many days is no suggestion any more, only a number in the statistics. */
export const PROMISE_SUGGESTED_DAYS = 2;
