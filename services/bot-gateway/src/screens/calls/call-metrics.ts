import { METRICS, type MetricName, METRIC_NAMES, METRIC_GROUPS } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { levelOver, levelUnder, type Level } from '../../domain/level.js';
import { mayReadCall } from '../../queries/calls/call-access.js';
import {
  findCallMetrics,
  type CallMetrics,
  type MetricValue,
} from '../../queries/calls/find-call-metrics.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { callMetricsPlace } from '../places/calls.js';

/** null: the metric has no line that a number could cross. */
const levelOf = (metric: MetricName, value: number): Level | null => {
  const about = METRICS[metric];
  if ('redUnder' in about) return levelUnder(value, about);
  return 'red' in about ? levelOver(value, about) : null;
};

const PERCENT = 100;

const numberWords = (metric: MetricName, value: number, t: Translate): Html => {
  const about = METRICS[metric];
  if (about.kind === 'probability')
    return t('call-metric-probability', { percent: Math.round(value * PERCENT) });
  return t('call-metric-score', { value, max: about.kind === 'score' ? about.max : value });
};

const valueWords = (
  { metric, value, gates }: { metric: MetricName; value: MetricValue } & Pick<CallMetrics, 'gates'>,
  t: Translate,
): Html => {
  if (typeof value === 'number') return numberWords(metric, value, t);
  if (typeof value === 'boolean') return t('call-metric-flag', { raised: String(value) });
  if (value !== null) return t(codeKey('churn-level', value));
  const gate = gates[metric];
  return gate === undefined
    ? t('call-metric-unknown')
    : t('call-metric-gated', { gate: t(codeKey('gate', gate)) });
};

const metricLine = (metric: MetricName, { values, gates }: CallMetrics, t: Translate): Html => {
  const value = values[metric];
  const level = typeof value === 'number' ? levelOf(metric, value) : null;
  const words = t('call-metric', {
    metric: t(codeKey('metric', metric)),
    value: valueWords({ metric, value, gates }, t),
  });
  return level === null ? words : html`${t('light', { level })} ${words}`;
};

/** «📊 Все метрики»: every number of one call by group, and for each that is not known, why. */
export const callMetrics = defineScreen({
  ...callMetricsPlace,
  load: async ({ db, person }, { historyId }) =>
    (await mayReadCall(db, person, historyId)) ? findCallMetrics(db, historyId) : null,
  render: (found, { t }) => ({
    text: lines(
      t('call-metrics-title', { id: found.historyId }),
      METRIC_GROUPS.flatMap((group) => [
        html``,
        t('call-metrics-group', { name: t(codeKey('metric-group', group)) }),
        ...METRIC_NAMES.filter((metric) => METRICS[metric].group === group).map((metric) =>
          metricLine(metric, found, t),
        ),
      ]),
      '',
      t('call-version', { tag: found.lmVersionTag, profile: t(codeKey('profile', found.calcProfile)) }),
    ),
    rows: [],
  }),
});
