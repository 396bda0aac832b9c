import { METRICS, type MetricName, METRIC_NAMES } from '@perezvon/contracts';

/** Kinds of metrics that are numbers. A level is its score cut into steps and is counted with it. */
const COUNTED_KINDS = ['score', 'flag', 'probability'] as const;
type CountedKind = (typeof COUNTED_KINDS)[number];

/** A metric that has roll-ups; its name is also its column in `call_scores`. */
export type RolledUpMetric = {
  [Name in MetricName]: (typeof METRICS)[Name]['kind'] extends CountedKind ? Name : never;
}[MetricName];

const isRolledUp = (name: MetricName): name is RolledUpMetric =>
  COUNTED_KINDS.some((kind) => kind === METRICS[name].kind);

/** Every metric that has roll-ups, in the order of the catalogue. */
export const ROLLED_UP_METRICS: readonly RolledUpMetric[] = METRIC_NAMES.filter(isRolledUp);

/** Sums of probabilities are kept in whole ten-thousandths: two sums of the same calls are the same number. */
export const PROBABILITY_TOTAL = 10_000;
/** Their distribution is kept in whole hundredths: nobody is shown more than a per cent. */
export const PROBABILITY_STEPS = 100;

/** From what on a metric is red. */
type RedLine = { from: number } | { under: number } | { whenRaised: true };

/** The line of a metric; null: it has none and no call of it is red. */
export const redLineOf = (name: RolledUpMetric): RedLine | null => {
  const metric = METRICS[name];
  if (metric.kind === 'flag') return { whenRaised: true };
  if ('red' in metric) return { from: metric.red };
  if ('redUnder' in metric) return { under: metric.redUnder };
  return null;
};
