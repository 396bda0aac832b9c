import { MINUTE_MS } from '../domain/durations.js';
import type { Html } from './html.js';
import type { Translate } from './translate.js';

const HOUR_MINUTES = 60;
const DAY_HOURS = 24;
/** People count in minutes up to an hour and a half, and in hours up to a day and a half. */
const MAX_MINUTES = 90;
const MAX_HOURS = 36;

/**
 * A span of time as people say it: «45 минут», «2 часа», «3 дня»; rounded to the nearest, at least a minute.
 * @param spanMs 0 or more
 */
export const spanWords = (spanMs: number, t: Translate): Html => {
  const minutes = Math.max(1, Math.round(spanMs / MINUTE_MS));
  if (minutes < MAX_MINUTES) return t('span-minutes', { count: minutes });
  const hours = Math.round(minutes / HOUR_MINUTES);
  if (hours < MAX_HOURS) return t('span-hours', { count: hours });
  return t('span-days', { count: Math.round(hours / DAY_HOURS) });
};
