import { METRICS, MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { levelUnder, type Level } from '../../domain/level.js';
import { shareOf } from '../../domain/period-lines.js';
import type { StatSpan } from '../../domain/stat-span.js';
import { MIN_OPERATORS, type Rate, type TeamMedians, type WorkNumbers } from '../../domain/team-numbers.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

/** An operator's numbers beside the team's. */
export interface WorkCompared {
  own: WorkNumbers;
  medians: TeamMedians;
  /** Operators with calls in the period. */
  operators: number;
}

const PERCENT = 100;

/** Shares are told in per cent, the quality in its own points. */
const valueWords = (rate: Rate, value: number | null): string => {
  if (value === null) return 'none';
  return String(Math.round(rate === 'quality' ? value : value * PERCENT));
};

const lightOf = (rate: Rate, value: number | null): Level | 'unknown' =>
  rate === 'quality' && value !== null ? levelUnder(value, METRICS.normalized_call_score) : 'unknown';

const rateLine = (rate: Rate, { own, medians }: WorkCompared, t: Translate): Html => {
  const { count, base } = own[rate];
  const value = shareOf(own[rate]);
  return t('work-rate', {
    rate,
    light: rate === 'quality' ? t('light', { level: lightOf(rate, value) }) : '',
    count,
    base,
    value: valueWords(rate, value),
    team: valueWords(rate, medians[rate]),
  });
};

/** Why a number stands alone; null: every one has the team's beside it. */
const aloneLine = ({ own, medians, operators }: WorkCompared, t: Translate): Html | null => {
  if (operators < MIN_OPERATORS) return t('work-no-team', { min: MIN_OPERATORS });
  const rates = [own.conversion, own.quality, own.complaint, own.callbacks];
  const hasFew = rates.some(({ base }) => base < MIN_CALLS_TO_COMPARE);
  const compares = Object.values(medians).some((median) => median !== null);
  return lines(
    compares ? t('work-median', { operators }) : null,
    hasFew ? t('work-too-few', { min: MIN_CALLS_TO_COMPARE }) : null,
  );
};

/**
 * An operator's numbers of a span, each with its base and the team's median.
 * @param more numbers that stand alone: after the others, before what is said about them
 */
export const workLines = (work: WorkCompared, span: StatSpan, t: Translate, more: readonly Html[]): Html => {
  const { own, medians } = work;
  if (own.calls === 0 && own.callbacks.base === 0) return lines(t('work-no-calls', { span }), ...more);
  return lines(
    t('work-calls', {
      calls: own.calls,
      team: medians.calls === null ? 'none' : String(Math.round(medians.calls)),
    }),
    rateLine('conversion', work, t),
    rateLine('quality', work, t),
    rateLine('complaint', work, t),
    rateLine('callbacks', work, t),
    ...more,
    '',
    aloneLine(work, t),
  );
};
