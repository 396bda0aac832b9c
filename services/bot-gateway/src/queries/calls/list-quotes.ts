import { Turn } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { ChangeExample } from '@perezvon/lm/compare';
import { z } from 'zod';

/** An example with its words as the transcript has them now. */
export interface QuotedExample {
  example: ChangeExample;
  callDate: Date | null;
  /** null: no words stand for it, or they are gone from the transcript. */
  quote: { words: string; speaker: Turn['speaker'] } | null;
}

const quoteOf = (
  { turn, place }: ChangeExample,
  turns: readonly Turn[] | undefined,
): QuotedExample['quote'] => {
  const said = turn === null ? undefined : turns?.[turn];
  if (said === undefined || place === null) return null;
  const words = said.text.slice(place.start, place.start + place.length);
  return words === '' ? null : { words, speaker: said.speaker };
};

/**
 * Reads the words of a report's examples where they stand: a report keeps none, so that a call that is erased leaves
 * nothing in it.
 */
export const listQuotes = async (db: Db, examples: readonly ChangeExample[]): Promise<QuotedExample[]> => {
  const calls = await db.call.findMany({
    where: { historyId: { in: examples.map(({ historyId }) => historyId) } },
    select: { historyId: true, callDate: true, transcript: { select: { turns: true } } },
  });
  const byId = new Map(calls.map((call) => [Number(call.historyId), call]));
  return examples.map((example) => {
    const call = byId.get(example.historyId);
    const turns = call?.transcript ? z.array(Turn).parse(call.transcript.turns) : undefined;
    return { example, callDate: call?.callDate ?? null, quote: quoteOf(example, turns) };
  });
};
