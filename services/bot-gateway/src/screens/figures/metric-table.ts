import { METRIC_GROUPS, type MetricName, MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import {
  listHistograms,
  listMetricFigures,
  listShownVersions,
  type Histogram,
  type RolledUpMetric,
} from '@perezvon/db/figures';
import { periodBefore, periodEnding } from '@perezvon/db/calls';
import { codeKey } from '@perezvon/texts';
import type { FigureDays } from '../../domain/figure-period.js';
import { churnLevels, metricLine, metricsOf, type MetricLine } from '../../domain/metric-table.js';
import type { Level } from '../../domain/level.js';
import { complaintLevel, followupLevel } from '../../domain/period-lines.js';
import { maySeeNumber } from '../../domain/small-cells.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { changeWords, periodArgs, periodRow, shown } from './figure-words.js';
import { inRows } from '../in-rows.js';
import { metricTablePlace } from '../places/figures.js';

type Tools = Pick<RenderTools<{ days: FigureDays }>, 't' | 'params' | 'person'>;

const TABS_IN_ROW = 3;

/** A score that stands for a level too: the level's name heads it, and says how many calls have each. */
const LEVEL_OF: Partial<Record<RolledUpMetric, MetricName>> = { churn_risk_score: 'churn_risk_level' };
/** Scores whose red calls are those that their flag is raised in: its line tells them already. */
const TOLD_BY_FLAG: readonly RolledUpMetric[] = ['complaint_risk_score'];

/** Complaints and follow-ups have a line for how many of them a period may have (scoring.md); a chance has no colour. */
const redLevel = ({ metric, calls }: MetricLine, count: number, days: FigureDays): Level | 'chance' => {
  if (metric === 'cross_sell_potential') return 'chance';
  if (metric === 'complaint_risk_flag') return complaintLevel(days, { count, base: calls });
  if (metric === 'followup_needed_flag') return followupLevel({ count, base: calls });
  return count > 0 ? 'red' : 'green';
};

const meanLine = ({ kind, mean, meanChange, p90, digits }: MetricLine, { t }: Tools): Html | null => {
  if (kind === 'flag' || mean === null || p90 === null) return null;
  const unit = kind === 'probability' ? 'percent' : 'points';
  return t('metric-mean', {
    kind,
    mean: shown(mean, digits),
    p90: shown(p90, digits),
    change: changeWords(meanChange, unit, t),
  });
};

/** Whether a line tells how many calls are red. */
const hasRedLine = ({ red, metric }: MetricLine): boolean => red !== null && !TOLD_BY_FLAG.includes(metric);

const redLine = (line: MetricLine, { t, params }: Tools): Html | null => {
  const { red, calls } = line;
  if (red === null || red.percent === null || !hasRedLine(line)) return null;
  return t('metric-red', {
    light: t('light', { level: redLevel(line, red.count, params.days) }),
    count: red.count,
    calls,
    percent: shown(red.percent),
    change: changeWords(red.change, 'percent', t),
  });
};

/** One metric: its name and base, then two or three short lines. */
const metricLines = (line: MetricLine, histogram: Histogram, tools: Tools): Html[] => {
  const { t, person } = tools;
  const { metric, calls } = line;
  const name = t(codeKey('metric', LEVEL_OF[metric] ?? metric));
  if (calls === 0) return [t('metric-none', { name })];
  if (!maySeeNumber(person.role, calls)) return [t('metric-hidden', { name })];
  const levels = metric === 'churn_risk_score' ? t('metric-churn', churnLevels(histogram)) : null;
  return [
    t('metric-head', { name, calls, few: String(calls < MIN_CALLS_TO_COMPARE) }),
    redLine(line, tools),
    levels,
    meanLine(line, tools),
  ].filter((one) => one !== null);
};

interface Block {
  line: MetricLine;
  histogram: Histogram;
}

/** What the words of the table mean, and what it cannot tell. */
const noteLines = (
  { blocks, versions }: { blocks: readonly Block[]; versions: number },
  { t, params: { days }, person }: Tools,
): Html[] => {
  const hasRed = blocks.some(({ line }) => hasRedLine(line) && maySeeNumber(person.role, line.calls));
  const hasP90 = blocks.some(({ line: { p90, calls } }) => p90 !== null && maySeeNumber(person.role, calls));
  const isCompared = blocks.some(
    ({ line }) => line.meanChange !== null || (line.red !== null && line.red.change !== null),
  );
  return [
    ...(hasRed ? [t('metrics-red')] : []),
    ...(hasP90 ? [t('metrics-p90')] : []),
    t(isCompared ? 'metrics-compared' : 'metrics-not-compared', { min: MIN_CALLS_TO_COMPARE, days }),
    ...(isCompared && versions > 1 ? [t('figures-versions-differ')] : []),
  ];
};

/** «📈 Таблица метрик»: mean, p90, share of red calls and change of each metric of one part. */
export const metricTable = defineScreen({
  ...metricTablePlace,
  load: async ({ db, now, timezone }, { group, days }) => {
    const period = periodEnding(now(), days, timezone);
    const previous = periodBefore(period, timezone);
    const metrics = metricsOf(group);
    const [figures, before, histograms, versions, versionsBefore] = await Promise.all([
      listMetricFigures(db, period, metrics),
      listMetricFigures(db, previous, metrics),
      listHistograms(db, period, metrics),
      listShownVersions(db, period),
      listShownVersions(db, previous),
    ]);
    const blocks = figures.flatMap((present, index): Block[] => {
      const past = before[index];
      const histogram = histograms.get(present.metric) ?? [];
      return past ? [{ line: metricLine({ now: present, before: past, histogram }), histogram }] : [];
    });
    return { period, blocks, versions: new Set([...versions, ...versionsBefore]).size };
  },
  render: ({ period, blocks, versions }, tools) => {
    const { t, params } = tools;
    const isEmpty = blocks.every(({ line }) => line.calls === 0);
    return {
      text: lines(
        t('metrics-title', { group: params.group, ...periodArgs(period, tools) }),
        ...(isEmpty
          ? [t('analytics-no-calls')]
          : [
              ...blocks.flatMap(({ line, histogram }) => ['' as const, metricLines(line, histogram, tools)]),
              '' as const,
              noteLines({ blocks, versions }, tools),
            ]),
      ),
      rows: [
        ...inRows(
          TABS_IN_ROW,
          METRIC_GROUPS.map((group) =>
            metricTablePlace.link(
              t('metrics-group-button', { group, chosen: String(group === params.group) }),
              { ...params, group },
            ),
          ),
        ),
        periodRow(params.days, t, (label, days) => metricTablePlace.link(label, { ...params, days })),
      ],
    };
  },
});
