import { HistoryId, PERIOD_DAYS } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** Beginning of the year 2100 in milliseconds: bounds how long a time is in a button. */
const LAST_MOMENT_MS = 4_102_444_800_000;

/** «🎯 Топ-5»: the five to hear first, chosen now. */
export const topCallsPlace = definePlace({
  id: 'top',
  permission: 'calls.view',
  params: z.object({ days: z.literal(PERIOD_DAYS) }),
});

/**
 * Where a review stands: the moment its five were chosen, which makes them the same five on every device and after a
 * restart, and the call it has come to.
 */
const ReviewStep = z.object({
  days: z.literal(PERIOD_DAYS),
  /** Milliseconds since 1970. */
  at: z.int().min(0).max(LAST_MOMENT_MS),
  historyId: HistoryId,
});
export type ReviewStep = z.output<typeof ReviewStep>;

/** One call after the other; a call that somebody has listened to meanwhile gives way to the next. */
export const topReviewPlace = definePlace({ id: 'top-one', permission: 'calls.view', params: ReviewStep });

/** «🎧 Прослушать» within a review: its «✅ Прослушано» goes on to the next call. */
export const topListenPlace = definePlace({ id: 'top-play', permission: 'calls.view', params: ReviewStep });
