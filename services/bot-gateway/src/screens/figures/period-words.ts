import { METRICS, type PeriodDays } from '@perezvon/contracts';
import { percentOf } from '../../domain/compare.js';
import { levelUnder, type Level } from '../../domain/level.js';
import {
  averageQuality,
  changeOf,
  complaintLevel,
  followupLevel,
  modelPartOf,
  partsOf,
  type ComparedNumbers,
  type Measure,
  type Part,
  MEASURES,
} from '../../domain/period-lines.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

const percentWords = (part: Part): string => {
  const { value } = percentOf(part);
  return value === null ? 'none' : String(Math.round(value));
};

/** `+3`, `−3`; `same`: no change; `none`: not compared. */
const signedChange = (change: number | null): string => {
  if (change === null) return 'none';
  if (change === 0) return 'same';
  return change > 0 ? `+${change}` : `−${-change}`;
};

/** What of the change is the scoring's: `none`, when one version scored both windows; `unknown`; or its points. */
export const modelWords = (measure: Measure, days: ComparedNumbers['days']): string => {
  const part = modelPartOf(measure, days);
  if (part.kind === 'same-version') return 'none';
  if (part.kind === 'unknown') return 'unknown';
  return part.points === 0 ? '0' : signedChange(part.points);
};

/**
 * The numbers of a window, each with its base and its change.
 * @param complaintLine the period whose line decides when complaints are red
 */
export const numberLines = (compared: ComparedNumbers, complaintLine: PeriodDays, t: Translate): Html[] => {
  const { numbers, days } = compared;
  const now = partsOf(numbers);
  const line = (name: keyof typeof now, level: Level | 'unknown'): Html =>
    t('dashboard-part', {
      name,
      light: t('light', { level }),
      count: now[name].count,
      base: now[name].base,
      percent: percentWords(now[name]),
      change: signedChange(changeOf(name, compared)),
      model: modelWords(name, days),
    });
  const quality = averageQuality(numbers);
  return [
    t('dashboard-calls', { calls: numbers.calls, missed: numbers.missed }),
    line('complaint', complaintLevel(complaintLine, now.complaint)),
    line('followup', followupLevel(now.followup)),
    line('lost', 'unknown'),
    line('records', 'unknown'),
    ...(quality === null
      ? []
      : [
          t('dashboard-quality', {
            light: t('light', { level: levelUnder(quality, METRICS.normalized_call_score) }),
            value: Math.round(quality),
            change: signedChange(changeOf('quality', compared)),
            model: modelWords('quality', days),
          }),
        ]),
  ];
};

/** Whether some number had too few calls to be compared. */
export const hasUncompared = (compared: ComparedNumbers): boolean =>
  MEASURES.some((measure) => changeOf(measure, compared) === null);
