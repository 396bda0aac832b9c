import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import type { PeriodNumbers, VersionDay } from '@perezvon/db/figures';
import { compare, percentOf, type Measured } from './compare.js';
import type { FigureDays } from './figure-period.js';
import { levelOver, type Level } from './level.js';
import { splitChange, type DayCount } from './version-change.js';

/** A window's numbers and those that they are measured against. */
export interface ComparedNumbers {
  numbers: PeriodNumbers;
  before: PeriodNumbers;
  /** The same two windows day by day and version by version. */
  days: Record<'now' | 'before', readonly VersionDay[]>;
}

/** From how many flagged calls, or which share of valid calls, a period's complaints are red (scoring.md). */
const COMPLAINT_RED: Readonly<Record<FigureDays, { calls: number } | { share: number }>> = {
  7: { calls: 1 },
  14: { calls: 2 },
  30: { share: 0.01 },
  180: { share: 0.01 },
};
/** Shares of valid calls that need a follow-up (scoring.md). */
const FOLLOWUP_SHARE = { red: 0.4, yellow: 0.2 };

/** A count with what it is a part of: «5 из 10 целевых». */
export interface Part {
  count: number;
  base: number;
}

/** 0–1; null: there is nothing to be a part of. */
export const shareOf = ({ count, base }: Part): number | null => (base === 0 ? null : count / base);

/** Complaints of a period: red by the period's own line, yellow when there are any below it. */
export const complaintLevel = (days: FigureDays, part: Part): Level => {
  const line = COMPLAINT_RED[days];
  const isRed = 'calls' in line ? part.count >= line.calls : (shareOf(part) ?? 0) >= line.share;
  if (isRed) return 'red';
  return part.count > 0 ? 'yellow' : 'green';
};

/** Calls that need a follow-up. */
export const followupLevel = (part: Part): Level => levelOver(shareOf(part) ?? 0, FOLLOWUP_SHARE);

/** The parts that a dashboard shows. */
export const partsOf = (numbers: PeriodNumbers) =>
  ({
    complaint: { count: numbers.complaintRed, base: numbers.validDialogues },
    followup: { count: numbers.followupNeeded, base: numbers.validDialogues },
    lost: { count: numbers.lostRed, base: numbers.targetCalls },
    records: { count: numbers.records, base: numbers.targetCalls },
  }) satisfies Record<Exclude<Measure, 'quality'>, Part>;

/** What a window is measured by: the shares, and the average quality. */
export const MEASURES = ['complaint', 'followup', 'lost', 'records', 'quality'] as const;
export type Measure = (typeof MEASURES)[number];

const partOf = (numbers: PeriodNumbers, measure: Measure): Part =>
  measure === 'quality'
    ? { count: numbers.qualitySum, base: numbers.qualityCalls }
    : partsOf(numbers)[measure];

/** Shares are told in percentage points, the quality in its own. */
const POINTS: Readonly<Record<Measure, number>> = {
  complaint: 100,
  followup: 100,
  lost: 100,
  records: 100,
  quality: 1,
};

/** What the scoring has to do with a change: nothing, so many whole points of it, or it cannot be told. */
type ModelPart = { kind: 'same-version' } | { kind: 'unknown' } | { kind: 'points'; points: number };

/** What of a measure's change is the scoring's and not people's: for windows that different versions scored. */
export const modelPartOf = (
  measure: Measure,
  { now, before }: Record<'now' | 'before', readonly VersionDay[]>,
): ModelPart => {
  const counts = (days: readonly VersionDay[]): DayCount[] =>
    days.map(({ day, tag, shownCalls, numbers }) => ({
      day,
      tag,
      shownCalls,
      calls: numbers.calls,
      ...partOf(numbers, measure),
    }));
  const parts = splitChange({ now: counts(now), before: counts(before) }, MIN_CALLS_TO_COMPARE);
  if (parts.kind !== 'split') return parts;
  return { kind: 'points', points: Math.round(parts.model * POINTS[measure]) };
};

/** Average quality 0–100 of the calls that have one; null: none has. */
export const averageQuality = ({ qualitySum, qualityCalls }: PeriodNumbers): number | null =>
  qualityCalls === 0 ? null : qualitySum / qualityCalls;

/** A measure of one window with the calls behind it: shares in per cent, the quality in its points. */
export const measured = (numbers: PeriodNumbers, measure: Measure): Measured =>
  measure === 'quality'
    ? { value: averageQuality(numbers), calls: numbers.qualityCalls }
    : percentOf(partsOf(numbers)[measure]);

/** Change of a measure in whole points; null: too few calls in one of the windows. */
export const changeOf = (
  measure: Measure,
  { numbers, before }: Pick<ComparedNumbers, 'numbers' | 'before'>,
): number | null =>
  compare(measured(numbers, measure), measured(before, measure), { better: 'neither' })?.by ?? null;
