import type { CallRecord } from '@perezvon/contracts';
import type { ReadTurn } from '../engine/prepare.js';

/** One sentence of a call; without punctuation it is the whole turn. */
export interface Sentence {
  /** Index of the turn in the transcript. */
  readonly turn: number;
  /** Number of the sentence within its turn, from 0. */
  readonly number: number;
  /** Offsets into the turn's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @param word position of a word of the turn */
export const sentenceAt = ({ index, text, starts, ends, sentences }: ReadTurn, word: number): Sentence => {
  const number = sentences[word] ?? 0;
  const from = starts[sentences.indexOf(number)] ?? 0;
  const to = ends[sentences.lastIndexOf(number)] ?? text.length;
  return { turn: index, number, from, to, text: text.slice(from, to) };
};

/** The call as if these had not been said; their turns stay, so that all others keep their places. */
export const withoutSentences = (call: CallRecord, sentences: readonly Sentence[]): CallRecord => ({
  ...call,
  transcript:
    call.transcript?.map((turn, index) => ({
      ...turn,
      // From the last on, so that the offsets of the earlier ones hold.
      text: sentences
        .filter((one) => one.turn === index)
        .toSorted((a, b) => b.from - a.from)
        .reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), turn.text),
    })) ?? null,
});
