import { Evidence, RuledOut, type MetricName } from '@perezvon/contracts';
import { z } from 'zod';

/**
 * Items of a stored JSON list. One that another LM version wrote in a form not known here is left out: the card of
 * an old call still opens.
 */
const readItems = <T>(schema: z.ZodType<T>, stored: unknown): T[] =>
  z
    .array(z.unknown())
    .parse(stored)
    .flatMap((item) => {
      const parsed = schema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });

/** The words that raised metrics, in the order of the score row. */
export const readEvidence = (stored: unknown): Evidence[] => readItems(Evidence, stored);

/** What looked like a trigger and was not. */
export const readRuledOut = (stored: unknown): RuledOut[] => readItems(RuledOut, stored);

/** The heaviest evidence for one of `metrics`, the earlier of equals; null when there is none. */
export const strongestOf = (evidence: readonly Evidence[], metrics: readonly MetricName[]): Evidence | null =>
  evidence
    .filter(({ metric }) => metrics.includes(metric))
    .toSorted((a, b) => b.weight - a.weight || a.turn - b.turn)[0] ?? null;
