import type { Evidence, MetricName, RuledOut } from '@perezvon/contracts';
import type { Analysis } from '../engine/analyse.js';
import { explain, quoteAround, type Reason } from '../engine/explain.js';
import type { Hit } from '../engine/match.js';
import { quoteOf } from '../engine/prepare.js';
import type { RuledOutHit } from '../engine/scopes.js';
import type { Breach } from '../metrics/quality.js';
import type { Ruleset } from '../rules/ruleset.js';

/** The strongest quotes are enough to check a flag; more only hides them. */
const MAX_QUOTES = 3;
const MAX_RULED_OUT = 12;

const toEvidence = (metric: MetricName, { turn, quote, rule, share }: Reason, score: number): Evidence => ({
  metric,
  turn: turn.index,
  t: turn.t,
  quote,
  rule,
  weight: Math.round(share * score),
});

const fromHit = ({ turn, from, to, rule }: Hit): Reason => ({
  turn,
  quote: quoteAround(turn, from, to),
  rule: rule.id,
  share: 1,
});

/** Metrics that are raised only with quotes from the model's reasons. */
export type ProvenMetric =
  | 'complaint_risk_score'
  | 'churn_risk_level'
  | 'followup_needed_flag'
  | 'lost_opportunity_score'
  | 'cross_sell_potential';

export interface Claim {
  readonly metric: ProvenMetric;
  /** Points to be divided among the quotes. */
  readonly score: number;
  readonly targets: readonly string[];
  /** Words to quote when the model's contributions point nowhere. */
  readonly fallback: Hit | undefined;
}

/** The quotes behind one claim; [] when no words in the call stand for it. */
export const evidenceFor = (
  { features, read }: Analysis,
  ruleset: Ruleset,
  { metric, score, targets, fallback }: Claim,
): Evidence[] => {
  const reasons = explain(features, read, ruleset, targets, MAX_QUOTES);
  const used = reasons.length > 0 || fallback === undefined ? reasons : [fromHit(fallback)];
  return used.map((reason) => toEvidence(metric, reason, score));
};

export const breachEvidence = (breaches: readonly Breach[]): Evidence[] =>
  breaches.slice(0, MAX_QUOTES).map(({ hit, rule, points }) => ({
    metric: 'script_risk_index',
    turn: hit.turn.index,
    t: hit.turn.t,
    quote: quoteAround(hit.turn, hit.from, hit.to),
    rule,
    weight: points,
  }));

const toRuledOut = ({ hit: { rule, turn, from, to }, why }: RuledOutHit): RuledOut[] =>
  rule.metric === undefined
    ? []
    : [
        {
          metric: rule.metric,
          turn: turn.index,
          t: turn.t,
          quote: quoteOf(turn, from, to),
          rule: rule.id,
          why,
        },
      ];

/** What looked like a trigger and was not, the first of each kind. */
export const ruledOutOf = (hits: readonly RuledOutHit[]): RuledOut[] =>
  hits.flatMap(toRuledOut).slice(0, MAX_RULED_OUT);
