import { MIN_CALLS_TO_COMPARE, type TrainingMetric } from '@perezvon/contracts';
import type { Period } from '@perezvon/db/calls';
import type { OperatorSample } from '@perezvon/db/trainings';
import {
  inUnit,
  isMixed,
  judgeTraining,
  othersChange,
  unitOf,
  type Interval,
  type TrainingVerdict,
} from '../../domain/training-effect.js';
import { MEASURED_DAYS } from '../../domain/training-windows.js';
import type { Training } from '../../queries/trainings/find-training.js';
import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import type { RenderTools } from '../define-screen.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'now' | 'timezone'>;

/** Milliseconds back from a day's end into that day. */
const INTO_THE_DAY = 1;

/** A number with its sign: `+7`, `−2`, `0`. */
const signed = (value: number): string => {
  if (value === 0) return '0';
  return `${value > 0 ? '+' : '−'}${Math.abs(value)}`;
};

const meanWords = (mean: number | null, metric: TrainingMetric): string =>
  mean === null ? 'none' : String(Math.round(inUnit(mean, metric)));

/** `54 · звонков 61 · 18.10–16.11` */
const sampleWords = (
  side: 'before' | 'after',
  { calls, mean }: OperatorSample,
  { since, until }: Period<number>,
  metric: TrainingMetric,
  { t, now, timezone }: Tools,
): Html => {
  const end = new Date(Math.min(until.getTime() - INTO_THE_DAY, Math.max(now.getTime(), since.getTime())));
  return t('effect-sample', {
    side,
    mean: meanWords(mean, metric),
    unit: unitOf(metric),
    calls,
    what: metric === 'promise_kept' ? 'promises' : 'calls',
    from: dayWords(since, timezone),
    to: dayWords(end, timezone),
  });
};

const intervalArgs = ({ by, low, high }: Interval, metric: TrainingMetric) => ({
  by: signed(by),
  low: signed(low),
  high: signed(high),
  unit: unitOf(metric),
});

/** What may be concluded, in one sentence. */
const verdictWords = (verdict: TrainingVerdict, metric: TrainingMetric, { t }: Pick<Tools, 't'>): Html => {
  if (verdict.kind === 'few') return t('effect-few', { min: MIN_CALLS_TO_COMPARE });
  if (verdict.kind === 'measure_changed') return t('effect-measure-changed');
  return t('effect-verdict', {
    ...intervalArgs(verdict.change, metric),
    verdict: verdict.kind,
    others: String(verdict.isBeyondOthers),
  });
};

/** The others in the same days; null: there are too few of them. */
const othersLine = ({ samples, metric }: Training, { t }: Tools): Html | null => {
  const { othersBefore, othersAfter } = samples;
  if (othersChange(samples) === null) return null;
  return t('effect-others', {
    before: meanWords(othersBefore.mean, metric),
    after: meanWords(othersAfter.mean, metric),
    unit: unitOf(metric),
  });
};

/** What is said while the training, or its thirty days, are not over. */
const waitingLine = ({ state, after }: Training, { t, now }: Tools): Html | null => {
  if (state === 'failed' || state === 'cancelled') return t('effect-never', { state });
  if (after === null) return t('effect-not-yet', { days: MEASURED_DAYS });
  return now < after.until ? t('effect-so-far', { days: MEASURED_DAYS }) : null;
};

/** Before and after, each with its calls; what the others did; what may be said of it, and what may not. */
export const effectLines = (training: Training, tools: Tools): Html => {
  const { t } = tools;
  const { metric, samples, before, after } = training;
  return lines(
    t('effect-title'),
    sampleWords('before', samples.before, before, metric, tools),
    after === null ? null : sampleWords('after', samples.after, after, metric, tools),
    othersLine(training, tools),
    after === null ? null : verdictWords(judgeTraining(samples), metric, tools),
    waitingLine(training, tools),
    after !== null && isMixed(samples) ? t('effect-versions-differ') : null,
    t('effect-week-left-out'),
  );
};
