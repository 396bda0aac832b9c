import type { Period } from '@perezvon/db/calls';
import { roundTo, type Change } from '../../domain/compare.js';
import { FIGURE_DAYS, type FigureDays } from '../../domain/figure-period.js';
import { dayWords } from '../../text/clock-words.js';
import type { Html } from '../../text/html.js';
import type { TextArgs, Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';

type Clock = Pick<RenderTools<unknown>, 'timezone' | 'now'>;

/** `$days`, `$from` and `$to` of a title: the last day is today. */
export const periodArgs = (
  { days, since }: Pick<Period<number>, 'days' | 'since'>,
  { timezone, now }: Clock,
): TextArgs => ({ days, from: dayWords(since, timezone), to: dayWords(now, timezone) });

/**
 * ` (+3, лучше)` behind a number; nothing where there is nothing to compare with.
 * @param unit of a share «п. п.» stands behind its points
 */
export const changeWords = (change: Change | null, unit: 'points' | 'percent', t: Translate): Html =>
  t('figure-change', {
    turn: change?.turn ?? 'none',
    sign: change !== null && change.by > 0 ? '+' : '−',
    by: Math.abs(change?.by ?? 0),
    unit,
  });

/** A number as it is shown, 0 behind it too: `−0` is no number for people. */
export const shown = (value: number, digits = 0): number => roundTo(value, digits) + 0;

/** «7 дней» «14 дней» «30 дней» «180 дней», the chosen one marked. */
export const periodRow = (
  chosen: FigureDays,
  t: Translate,
  link: (label: Html, days: FigureDays) => Button,
): Button[] =>
  FIGURE_DAYS.map((days) => link(t('figure-period-button', { days, chosen: String(days === chosen) }), days));
