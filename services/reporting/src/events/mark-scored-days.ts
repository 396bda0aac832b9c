import type { callScored } from '@perezvon/contracts';
import type { BatchHandler } from '@perezvon/messaging';
import { markDirtyDays } from '../store/dirty-days.js';

/** A day is marked once however many of its calls were scored. */
const BATCH = 200;

/** The day of the call changed, and the day it stood on before this revision. */
export const markScoredDays = (timeZone: string): BatchHandler<typeof callScored> => ({
  kind: 'batch',
  size: BATCH,
  handle: async (events, { tx }) => {
    const moments = events.flatMap(({ payload: { callDate, previousCallDate } }) => [
      callDate,
      previousCallDate,
    ]);
    await markDirtyDays(
      tx,
      moments.filter((moment) => moment !== null),
      timeZone,
    );
    return events.map(() => []);
  },
});
