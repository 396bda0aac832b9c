import type { Evidence, MetricName, RuledOut } from '@perezvon/contracts';
import type { Analysis } from '../engine/analyse.js';
import { explain, WORDS_RULE } from '../engine/explain.js';
import { extend, overlap, textOf, type Fragment } from '../engine/fragment.js';
import type { Hit } from '../engine/match.js';
import { quoteOf } from '../engine/prepare.js';
import type { RuledOutHit } from '../engine/scopes.js';
import type { Breach } from '../metrics/quality.js';
import type { YesNoTarget } from '../model/model-file.js';
import type { Ruleset } from '../rules/ruleset.js';
import { worthQuoting } from './worth-quoting.js';

/** The strongest quotes are enough to check a flag; more only hides them. */
const MAX_QUOTES = 3;
const MAX_RULED_OUT = 12;

/** Words that stand for a metric before they are written down. */
export interface Proof {
  readonly fragment: Fragment;
  readonly rule: string;
  /** Of the metric's score, not rounded. */
  readonly points: number;
}

/** Steps of one count or sum say the same to people: `state.blame_2` and `state.blame_sum_60` are one reason. */
const STEP = /(?:_sum)?_\d+$/u;
const isSameRule = (one: string, other: string): boolean =>
  one === other || one.replace(STEP, '') === other.replace(STEP, '');

const isRepeat = (one: Proof, other: Proof): boolean =>
  overlap(one.fragment, other.fragment) || (one.rule !== WORDS_RULE && isSameRule(one.rule, other.rule));

/**
 * One proof for each rule and each passage: those that share words or a rule are one, with the strongest one's words and
 * rule and the points of all. Bare words are no rule: two passages of them stay two.
 * @returns the heaviest first
 */
export const joinProofs = (proofs: readonly Proof[]): Proof[] => {
  const joined: Proof[] = [];
  for (const proof of proofs.toSorted((a, b) => b.points - a.points)) {
    const at = joined.findIndex((one) => isRepeat(one, proof));
    const known = joined[at];
    if (known === undefined) joined.push(proof);
    else joined[at] = { ...known, points: known.points + proof.points };
  }
  return joined.toSorted((a, b) => b.points - a.points);
};

/**
 * The proofs as quotes. `weight` says how many of the metric's points these words carry: whole numbers that together
 * never exceed the score; what is left of it was carried by words not shown.
 */
const toEvidence = (metric: MetricName, proofs: readonly Proof[], score: number): Evidence[] => {
  let carried = 0;
  let shown = 0;
  return joinProofs(proofs)
    .slice(0, MAX_QUOTES)
    .map(({ fragment, rule, points }) => {
      carried = Math.min(score, carried + points);
      // The sums are rounded, not the parts: two halves are not to make two.
      const weight = Math.round(carried) - shown;
      shown += weight;
      const { turn } = fragment;
      return { metric, turn: turn.index, t: turn.t, quote: textOf(fragment), rule, weight };
    });
};
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
  readonly target: YesNoTarget;
  /** Words to quote when the model's contributions point nowhere. */
  readonly fallback: Hit | undefined;
}

/** The quotes behind one claim; [] when no words in the call stand for it. */
export const evidenceFor = (
  { features, read }: Analysis,
  ruleset: Ruleset,
  { metric, score, target, fallback }: Claim,
): Evidence[] => {
  const proofs = worthQuoting(metric, explain(features, read, ruleset, target)).map(
    ({ fragment, rule, share }): Proof => ({
      fragment,
      rule,
      points: share * score,
    }),
  );
  if (proofs.length === 0 && fallback !== undefined)
    proofs.push({ fragment: extend(fallback, 'clause'), rule: fallback.rule.id, points: score });
  return toEvidence(metric, proofs, score);
};

/** @param score the metric's own, which the breaches' points may exceed together */
export const breachEvidence = (breaches: readonly Breach[], score: number): Evidence[] =>
  toEvidence(
    'script_risk_index',
    breaches.map(({ hit, rule, points }): Proof => ({ fragment: extend(hit, 'clause'), rule, points })),
    score,
  );

const toRuledOut = ({ hit: { rule, turn, from, to }, why, metric }: RuledOutHit): RuledOut[] =>
  metric === undefined
    ? []
    : [{ metric, turn: turn.index, t: turn.t, quote: quoteOf(turn, from, to), rule: rule.id, why }];

/** What looked like a trigger and was not, the first of each kind. */
export const ruledOutOf = (hits: readonly RuledOutHit[]): RuledOut[] =>
  hits.flatMap(toRuledOut).slice(0, MAX_RULED_OUT);
