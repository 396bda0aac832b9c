import { METRICS, TRAINING_METRICS, type ScoredTrainingMetric } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { levelOver, levelUnder, type Level } from '../../domain/level.js';
import { operatorKey } from '../../domain/operator-key.js';
import { findCallBrief } from '../../queries/calls/find-call-brief.js';
import {
  findCallMetrics,
  type CallMetrics,
  type MetricValue,
} from '../../queries/calls/find-call-metrics.js';
import { findOperatorUser } from '../../queries/people/find-operator.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { trainingMetricPlace } from '../places/trainings.js';
import { planNext } from './training-plan.js';

const SCORED: readonly ScoredTrainingMetric[] = TRAINING_METRICS.filter(
  (metric) => metric !== 'promise_kept',
);

/** How bad a metric is in this call; null: it has no line, or is not known. */
const levelOf = (name: ScoredTrainingMetric, value: MetricValue): Level | null => {
  const metric = METRICS[name];
  if (typeof value === 'boolean') return value ? 'red' : 'green';
  if (typeof value !== 'number') return null;
  if ('redUnder' in metric) return levelUnder(value, metric);
  return 'red' in metric ? levelOver(value, metric) : null;
};

const URGENCY: Readonly<Record<Level, number>> = { red: 0, yellow: 1, green: 3 };
/** Metrics without a line stand between those that are bad and those that are well. */
const WITHOUT_LINE = 2;

interface Measurable {
  metric: ScoredTrainingMetric;
  value: MetricValue;
  level: Level | null;
}

const urgencyOf = ({ level }: Measurable): number => (level === null ? WITHOUT_LINE : URGENCY[level]);

/** What can be taught from a call, the worst of it first. */
const measurable = (metrics: CallMetrics | null): Measurable[] =>
  SCORED.map((metric) => {
    const value = metrics?.values[metric] ?? null;
    return { metric, value, level: levelOf(metric, value) };
  }).toSorted((a, b) => urgencyOf(a) - urgencyOf(b));

const label = ({ metric, value, level }: Measurable, t: RenderTools<unknown>['t']): Html =>
  t('training-plan-metric-button', {
    light: level === null ? '' : html`${t('light', { level })} `,
    metric: t(codeKey('metric', metric)),
    value: typeof value === 'number' ? String(value) : 'none',
  });

/** «Тренинг» from a call: what it is to change, and will be measured by. */
export const trainingMetric = defineScreen({
  ...trainingMetricPlace,
  load: async ({ db }, { historyId }) => {
    const call = await findCallBrief(db, historyId);
    if (!call) return null;
    const [metrics, user] = await Promise.all([
      findCallMetrics(db, historyId),
      call.operator === null ? null : findOperatorUser(db, call.operator),
    ]);
    return { call, metrics, userId: user?.id ?? null };
  },
  render: ({ call, metrics, userId }, { t, moment, params: { historyId } }) => {
    const { operator } = call;
    const title = t('training-plan-title-call', { id: historyId, at: moment(call.callDate) });
    if (operator === null) return { text: lines(title, '', t('training-plan-no-operator')), rows: [] };
    const plan = { historyId, operator: operatorKey(operator), pattern: null };
    const button = (one: Measurable): Button =>
      planNext(label(one, t), { ...plan, metric: one.metric }, userId);
    return {
      text: lines(title, '', t('training-plan-metric-question')),
      rows: measurable(metrics).map((one) => [button(one)]),
    };
  },
});
