import { NO_UNIT } from '../model/feature-space.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import type { RuledOutHit } from './scopes.js';

const HIDDEN = 1;

/** For each turn that has some: which of its words are hidden. */
const hiddenWords = (ruledOut: readonly RuledOutHit[]): Map<ReadTurn, Uint8Array> => {
  const marks = new Map<ReadTurn, Uint8Array>();
  for (const { hides } of ruledOut) {
    for (const { turn, from, to } of hides) {
      const marked = marks.get(turn) ?? new Uint8Array(turn.words.length);
      marks.set(turn, marked.fill(HIDDEN, from, to + 1));
    }
  }
  return marks;
};

/**
 * Words that a clinic's exclusions set aside become strangers to the fitted model: it learnt them from calls of clinics
 * where they meant something. What the shipped rules set aside stays, as it was there when the model was fitted.
 */
export const hideFromModel = (read: ReadCall, ruledOut: readonly RuledOutHit[]): ReadCall => {
  const hidden = hiddenWords(ruledOut);
  if (hidden.size === 0) return read;
  const turns = read.turns.map((turn) => {
    const marks = hidden.get(turn);
    if (marks === undefined) return turn;
    return {
      ...turn,
      words: turn.words.map((word, at) =>
        marks[at] === HIDDEN ? { ...word, unit: NO_UNIT, beginning: NO_UNIT } : word,
      ),
    };
  });
  return { ...read, turns, dialogue: turns.filter(({ order }) => order >= 0) };
};
