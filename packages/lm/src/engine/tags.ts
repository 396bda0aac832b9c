import type { Hit } from './match.js';

/** The hits of one call by rule; a rule that the ruleset does not have simply was not heard. */
export interface Tags {
  readonly of: (id: string) => readonly Hit[];
  readonly family: (family: string) => readonly Hit[];
  readonly first: (...ids: readonly string[]) => Hit | undefined;
  readonly last: (...ids: readonly string[]) => Hit | undefined;
}

/** A place in the call as one number: later words, larger numbers. */
const WORDS_ROOM = 1e6;
export const placeOf = (hit: Hit): number => hit.turn.index * WORDS_ROOM + hit.from;

const NONE: readonly Hit[] = [];

const group = (hits: readonly Hit[], keyOf: (hit: Hit) => string): Map<string, Hit[]> => {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = keyOf(hit);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [hit]);
    else known.push(hit);
  }
  return groups;
};

/** @param hits in the order of the call */
export const indexTags = (hits: readonly Hit[]): Tags => {
  const byId = group(hits, ({ rule }) => rule.id);
  const byFamily = group(hits, ({ rule }) => rule.family);
  const of = (id: string): readonly Hit[] => byId.get(id) ?? NONE;
  const pick = (
    ids: readonly string[],
    at: 0 | -1,
    isBetter: (a: Hit, b: Hit) => boolean,
  ): Hit | undefined => {
    let best: Hit | undefined;
    for (const id of ids) {
      const hit = of(id).at(at);
      if (hit !== undefined && (best === undefined || isBetter(hit, best))) best = hit;
    }
    return best;
  };
  return {
    of,
    family: (family) => byFamily.get(family) ?? NONE,
    first: (...ids) => pick(ids, 0, (a, b) => placeOf(a) < placeOf(b)),
    last: (...ids) => pick(ids, -1, (a, b) => placeOf(a) > placeOf(b)),
  };
};
