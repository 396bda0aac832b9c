import type { Html } from './html.js';
import type { Translate } from './translate.js';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;
/** Up to two days people count in hours, and up to two hours in minutes. */
const MAX_MINUTES = 120;
const MAX_HOURS = 48;

/** A span of time as people say it: «90 минут», «5 часов», «3 дня»; rounded down, at least a minute. */
export const spanWords = (spanMs: number, t: Translate): Html => {
  const minutes = Math.max(1, Math.floor(spanMs / MINUTE_MS));
  if (minutes < MAX_MINUTES) return t('span-minutes', { count: minutes });
  const hours = Math.floor(minutes / HOUR_MINUTES);
  if (hours < MAX_HOURS) return t('span-hours', { count: hours });
  return t('span-days', { count: Math.floor(hours / DAY_HOURS) });
};
