import type { CallRecord } from '@perezvon/contracts';
import { loadRuleset, scoreCall } from '@perezvon/lm';
import { perSecond } from './stopwatch.js';

const TIMEZONE = 'Europe/Moscow';
/** Calls before the clock starts: until then the compiler is still at work. */
const WARM_UP = 200;

/** Calls a second that the engine scores in one thread, without queue or database. */
export const measureEngine = (
  calls: readonly CallRecord[],
  onDone: (calls: number) => void,
): Promise<number> => {
  const ruleset = loadRuleset();
  for (const call of calls.slice(0, WARM_UP)) scoreCall(call, ruleset, { timezone: TIMEZONE });
  return perSecond(calls.length, () => {
    for (const call of calls) scoreCall(call, ruleset, { timezone: TIMEZONE });
    onDone(calls.length);
  });
};
