import { PERIOD_DAYS, type PeriodDays, MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { findPeriodNumbers, listLosses, type LossCount } from '@perezvon/db/figures';
import { periodBefore, periodEnding } from '@perezvon/db/calls';
import { codeKey } from '@perezvon/texts';
import { compare, percentOf } from '../../domain/compare.js';
import type { FigureDays } from '../../domain/figure-period.js';
import { partsOf } from '../../domain/period-lines.js';
import { maySeeNumber } from '../../domain/small-cells.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { changeWords, periodArgs, periodRow, shown } from './figure-words.js';
import { callListPlace, wholeList } from '../places/calls.js';
import { lossReasonsPlace } from '../places/figures.js';

type Tools = Pick<RenderTools<{ days: FigureDays }>, 't' | 'params' | 'person'>;

const totalOf = (losses: readonly LossCount[]): number => losses.reduce((sum, { calls }) => sum + calls, 0);

/** Each reason with its share of the lost calls, and how that share changed: it says nothing about there being more of them. */
const reasonLines = (
  { losses, lossesBefore }: { losses: readonly LossCount[]; lossesBefore: readonly LossCount[] },
  { t }: Tools,
): Html[] => {
  const [base, baseBefore] = [totalOf(losses), totalOf(lossesBefore)];
  const before = new Map(lossesBefore.map(({ reason, calls }) => [reason, calls]));
  return losses.map(({ reason, calls }, index) => {
    const share = percentOf({ count: calls, base });
    const past = percentOf({ count: before.get(reason) ?? 0, base: baseBefore });
    return t('loss-line', {
      place: index + 1,
      reason: t(codeKey('loss', reason)),
      calls,
      percent: shown(share.value ?? 0),
      change: changeWords(compare(share, past, { better: 'neither' }), 'percent', t),
    });
  });
};

const isListPeriod = (days: FigureDays): days is PeriodDays => PERIOD_DAYS.some((choice) => choice === days);

/** «Причины потерь»: what stood in the way of bookings within reach. */
export const lossReasons = defineScreen({
  ...lossReasonsPlace,
  load: async ({ db, now, timezone }, { days }) => {
    const period = periodEnding(now(), days, timezone);
    const previous = periodBefore(period, timezone);
    const [numbers, before, losses, lossesBefore] = await Promise.all([
      findPeriodNumbers(db, period),
      findPeriodNumbers(db, previous),
      listLosses(db, period),
      listLosses(db, previous),
    ]);
    return { period, lost: partsOf(numbers).lost, lostBefore: partsOf(before).lost, losses, lossesBefore };
  },
  render: (found, tools) => {
    const { t, params, person } = tools;
    const { period, lost, lostBefore, losses, lossesBefore } = found;
    const base = totalOf(losses);
    const share = percentOf(lost);
    const isOpen = maySeeNumber(person.role, base) && maySeeNumber(person.role, lost.base);
    return {
      text: lines(
        t('loss-title', periodArgs(period, tools)),
        ...(base === 0 ? [t('loss-none')] : []),
        ...(base > 0 && !isOpen ? [t('figures-hidden', { min: MIN_CALLS_TO_COMPARE })] : []),
        ...(base > 0 && isOpen
          ? [
              t('loss-total', {
                count: lost.count,
                base: lost.base,
                percent: shown(share.value ?? 0),
                change: changeWords(compare(share, percentOf(lostBefore), { better: 'less' }), 'percent', t),
              }),
              '' as const,
              reasonLines(found, tools),
              '' as const,
              Math.min(base, totalOf(lossesBefore)) < MIN_CALLS_TO_COMPARE
                ? t('loss-not-compared', { min: MIN_CALLS_TO_COMPARE, days: params.days })
                : t('loss-compared', { days: params.days }),
            ]
          : []),
      ),
      rows: [
        base > 0 && isListPeriod(params.days)
          ? [callListPlace.link(t('loss-list-button', { count: lost.count }), wholeList('lost', params.days))]
          : [],
        periodRow(params.days, t, (label, days) => lossReasonsPlace.link(label, { days })),
      ],
    };
  },
});
