import type { CompiledRules } from '../rules/compile-rules.js';
import type { Hit } from './match.js';

/** The hits of one call by rule; a rule that the ruleset does not have simply was not heard. */
export interface Tags {
  readonly of: (id: string) => readonly Hit[];
  /** The first hit of each rule that was heard, in the order of the ids. */
  readonly firstOfEach: (ids: readonly string[]) => Hit[];
  readonly first: (...ids: readonly string[]) => Hit | undefined;
  readonly last: (...ids: readonly string[]) => Hit | undefined;
}

/** A place in the call as one number: later words, larger numbers. */
const WORDS_ROOM = 1e6;
export const placeOf = (hit: Hit): number => hit.turn.index * WORDS_ROOM + hit.from;

const NONE: readonly Hit[] = [];

/** @param hits in the order of the call */
export const indexTags = (hits: readonly Hit[], { places, indexById }: CompiledRules): Tags => {
  const byRule: (Hit[] | undefined)[] = places.slice();
  for (const hit of hits) {
    const known = byRule[hit.rule.index];
    if (known === undefined) byRule[hit.rule.index] = [hit];
    else known.push(hit);
  }
  const of = (id: string): readonly Hit[] => {
    const index = indexById[id];
    return index === undefined ? NONE : (byRule[index] ?? NONE);
  };
  const firstOfEach = (ids: readonly string[]): Hit[] => {
    const found: Hit[] = [];
    for (const id of ids) {
      const hit = of(id)[0];
      if (hit !== undefined) found.push(hit);
    }
    return found;
  };
  // Asked some hundred times a call, mostly for rules that were not heard: no closures, no copies.
  const first = (...ids: readonly string[]): Hit | undefined => {
    let best: Hit | undefined;
    for (const id of ids) {
      const hit = of(id)[0];
      if (hit !== undefined && (best === undefined || placeOf(hit) < placeOf(best))) best = hit;
    }
    return best;
  };
  const last = (...ids: readonly string[]): Hit | undefined => {
    let best: Hit | undefined;
    for (const id of ids) {
      const hits = of(id);
      const hit = hits.length === 0 ? undefined : hits[hits.length - 1];
      if (hit !== undefined && (best === undefined || placeOf(hit) > placeOf(best))) best = hit;
    }
    return best;
  };
  return { of, firstOfEach, first, last };
};
