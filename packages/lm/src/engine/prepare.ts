import type { CallRecord, Speaker, Turn } from '@perezvon/contracts';
import type { Lexeme, Lexicon } from '../rules/lexicon.js';

/** A turn with its words; `starts`/`ends` are offsets into `text`, so that quotes stay literal. */
export interface ReadTurn {
  readonly index: number;
  readonly speaker: Speaker;
  readonly t: number | null;
  readonly text: string;
  readonly words: readonly Lexeme[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly sentences: readonly number[];
  /** Place among the turns of people (operator, client), from 0; −1 for the system's turns. */
  readonly order: number;
}

export interface ReadCall {
  readonly call: CallRecord;
  readonly turns: readonly ReadTurn[];
  /** The turns of people only. */
  readonly dialogue: readonly ReadTurn[];
}

const readTurn = (turn: Turn, index: number, order: number, lexicon: Lexicon): ReadTurn => {
  const { words, starts, ends, sentences } = lexicon.wordsOf(turn.text);
  return { index, speaker: turn.speaker, t: turn.t, text: turn.text, words, starts, ends, sentences, order };
};

/** Tokenises every turn once; all later steps read only this. */
export const readCall = (call: CallRecord, lexicon: Lexicon): ReadCall => {
  let people = 0;
  const turns = (call.transcript ?? []).map((turn, index) => {
    const order = turn.speaker === 'system' ? -1 : people;
    if (order >= 0) people += 1;
    return readTurn(turn, index, order, lexicon);
  });
  return { call, turns, dialogue: turns.filter((turn) => turn.order >= 0) };
};

/** The literal words from token `from` to token `to` (inclusive) of a turn. */
export const quoteOf = (turn: ReadTurn, from: number, to: number): string =>
  turn.text.slice(turn.starts[from] ?? 0, turn.ends[to] ?? turn.text.length);
