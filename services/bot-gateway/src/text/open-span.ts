import { DAY_MINUTES, type OpenSpan } from '@perezvon/contracts';
import { parseSpanOfDay, timeOfDay } from './time-of-day.js';

/** `08:00–21:00`; the end of a day is `24:00`. */
export const spanOfDay = ({ from, to }: OpenSpan): string => `${timeOfDay(from)}–${timeOfDay(to)}`;

/** «24», «24:00» and «00:00» at the end: the day's last minute. */
const MIDNIGHT = /(?:24(?:[:.]00)?|00[:.]00)$/;
const ROUND_THE_CLOCK = /^(круглосуточно|0?0(?:[:.]00)?\s*[-–—]\s*24(?:[:.]00)?|24\/7|round the clock)$/;
const CLOSED = /^(закрыто|закрыт[аы]?|выходн(ой|ые)|не работаем|нет|closed|day off|off)$/;

/**
 * A day's hours as people type them: «9–18», «с 8:30 до 20», «круглосуточно», «закрыто».
 * @returns null: the clinic is closed; undefined: not understood, or it would close before it opens
 */
export const parseOpenSpan = (text: string): OpenSpan | null | undefined => {
  const words = text.trim().toLowerCase();
  if (CLOSED.test(words)) return null;
  if (ROUND_THE_CLOCK.test(words)) return { from: 0, to: DAY_MINUTES };
  const span = parseSpanOfDay(words.replace(MIDNIGHT, '0'));
  if (span === null) return undefined;
  const to = span.to === 0 ? DAY_MINUTES : span.to;
  return span.from < to ? { from: span.from, to } : undefined;
};
