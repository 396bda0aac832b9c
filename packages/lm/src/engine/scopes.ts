import type { MetricName, RULED_OUT_WHY } from '@perezvon/contracts';
import type { CompiledRules, Exclusion } from '../rules/compile-rules.js';
import type { Hit } from './match.js';
import { isNegated } from './negation.js';

export interface RuledOutHit {
  readonly hit: Hit;
  readonly why: (typeof RULED_OUT_WHY)[number];
  /** Under which metric people see it; undefined: under none. */
  readonly metric: MetricName | undefined;
  /** Words that the clinic's own additions set aside: see `hideFromModel`. None where the shipped rules did. */
  readonly hides: readonly Hit[];
}

export interface ScopedHits {
  /** What counts, in the order of the call. */
  readonly kept: readonly Hit[];
  readonly ruledOut: readonly RuledOutHit[];
}

/** "Near" is the same turn and the two turns on either side. */
const NEAR_TURNS = 2;

const IS_WITHIN: Readonly<Record<Exclusion['scope'], (hit: Hit, other: Hit) => boolean>> = {
  words: (hit, other) => other.turn === hit.turn && other.from <= hit.to && hit.from <= other.to,
  sentence: (hit, other) =>
    other.turn === hit.turn && other.turn.sentences[other.from] === hit.turn.sentences[hit.from],
  turn: (hit, other) => other.turn === hit.turn,
  near: (hit, other) => Math.abs(other.turn.index - hit.turn.index) <= NEAR_TURNS,
  after: (hit, other) =>
    other.turn.index > hit.turn.index || (other.turn === hit.turn && other.from > hit.to),
  call: () => true,
};

/**
 * A rule's hits are few per call; on an endless call only the first are compared, so that the cost stays linear.
 */
const MAX_COMPARED = 50;

/** The hits to compare with, by rule index. */
type ByRule = readonly (readonly Hit[] | undefined)[];

const groupByRule = (hits: readonly Hit[], { places }: CompiledRules): ByRule => {
  const byRule: (Hit[] | undefined)[] = places.slice();
  for (const hit of hits) {
    const known = byRule[hit.rule.index];
    if (known === undefined) byRule[hit.rule.index] = [hit];
    else if (known.length < MAX_COMPARED) known.push(hit);
  }
  return byRule;
};

const excludedBy = (hit: Hit, byRule: ByRule): Exclusion | undefined =>
  hit.rule.unless.find(({ rules, scope }) =>
    rules.some((index) => byRule[index]?.some((other) => IS_WITHIN[scope](hit, other))),
  );

/** The words that a clinic names, where it names words; else those that their surroundings rule out. */
const hiddenBy = ({ isClinics, scope, rules }: Exclusion, hit: Hit, byRule: ByRule): readonly Hit[] => {
  if (!isClinics) return NOTHING;
  if (scope !== 'words') return [hit];
  return rules.flatMap((index) => byRule[index]?.filter((other) => IS_WITHIN.words(hit, other)) ?? []);
};
const NOTHING: readonly Hit[] = [];

/** Why a hit does not count, the shipped reasons first; undefined when it does. */
const setAside = (hit: Hit, byRule: ByRule): RuledOutHit | undefined => {
  const { rule } = hit;
  if (isNegated(hit)) return { hit, why: 'negated', metric: rule.metric, hides: NOTHING };
  if (rule.setsAside !== undefined) return { hit, why: rule.setsAside, metric: rule.metric, hides: [hit] };
  const exclusion = excludedBy(hit, byRule);
  if (exclusion === undefined) return undefined;
  const { why, metric = rule.metric } = exclusion;
  return { hit, why, metric, hides: hiddenBy(exclusion, hit, byRule) };
};

/** Sets aside what only looks like a trigger: negated, said of somebody else, medical, settled later. */
export const applyScopes = (hits: readonly Hit[], compiled: CompiledRules): ScopedHits => {
  const byRule = groupByRule(hits, compiled);
  const kept: Hit[] = [];
  const ruledOut: RuledOutHit[] = [];
  for (const hit of hits) {
    const aside = setAside(hit, byRule);
    if (aside === undefined) kept.push(hit);
    else ruledOut.push(aside);
  }
  return { kept, ruledOut };
};
