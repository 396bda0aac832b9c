import { RULED_OUT_WHY } from '@perezvon/contracts';
import { z } from 'zod';
import { ComparedFlag } from './flags.js';

const count = z.int().nonnegative();

/** One call whose flag changed, with the words that raise it in one of the two scores. */
export const ChangeExample = z.object({
  historyId: z.int().positive(),
  /** Literal words of the call; null where none stand for the flag, or where they were left out (`withoutWords`). */
  quote: z.string().nullable(),
  /** Index of the turn in the transcript; null without a quote. */
  turn: count.nullable(),
  /** Where the quote stands in the turn's text, in UTF-16 units; null when the transcript was not given. */
  place: z.object({ start: count, length: count }).nullable(),
  /** The rule behind the quote; null without a quote. */
  rule: z.string().nullable(),
  /** Of a lost flag: why the new rules set the words aside; null when they only weigh less. */
  why: z.enum(RULED_OUT_WHY).nullable(),
  /** 0–100: the number behind the flag; null when there is none or it is not known. */
  before: z.number().nullable(),
  after: z.number().nullable(),
});
export type ChangeExample = z.infer<typeof ChangeExample>;

/** One side of a flag's change: how many calls, the best examples so far, calls by rule. */
export const SideState = z.object({
  count,
  examples: z.array(ChangeExample),
  rules: z.array(z.tuple([z.string(), count])),
});
export type SideState = z.infer<typeof SideState>;

/** Hits, false alarms and misses against the truth. */
export const ErrorsState = z.object({ hits: count, wrong: count, missed: count, calls: count });
export type ErrorsState = z.infer<typeof ErrorsState>;

export const FlagState = z.object({
  both: count,
  neither: count,
  gained: SideState,
  lost: SideState,
  before: ErrorsState,
  after: ErrorsState,
});
export type FlagState = z.infer<typeof FlagState>;

export const ChoiceState = z.object({
  n: count,
  same: count,
  changed: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), calls: count })),
});
export type ChoiceState = z.infer<typeof ChoiceState>;

/** How often each value stands, by value times the metric's steps. */
export const HistogramState = z.object({
  n: count,
  sum: z.number(),
  red: count,
  counts: z.array(z.tuple([z.int(), count])),
});
export type HistogramState = z.infer<typeof HistogramState>;

export const NumberState = z.object({
  before: HistogramState,
  after: HistogramState,
  known: count,
  same: count,
  shift: z.number(),
});
export type NumberState = z.infer<typeof NumberState>;

/**
 * A comparison under way as plain data: what was added can be kept between two processes. Flags, choices and numbers
 * go by name; one that a newer version follows besides begins empty.
 */
export const ComparisonState = z.object({
  calls: count,
  changedCalls: count,
  tagsBefore: z.array(z.string()),
  tagsAfter: z.array(z.string()),
  flags: z.partialRecord(ComparedFlag, FlagState),
  choices: z.record(z.string(), ChoiceState),
  numbers: z.record(z.string(), NumberState),
});
export type ComparisonState = z.infer<typeof ComparisonState>;

const sideWithoutWords = (side: SideState): SideState => ({
  ...side,
  examples: side.examples.map((example) => ({ ...example, quote: null })),
});

/** The same without a word of any call: an example keeps the place of its quote. */
export const withoutWords = (state: ComparisonState): ComparisonState => ({
  ...state,
  flags: Object.fromEntries(
    Object.entries(state.flags).map(([flag, one]) => [
      flag,
      { ...one, gained: sideWithoutWords(one.gained), lost: sideWithoutWords(one.lost) },
    ]),
  ),
});
