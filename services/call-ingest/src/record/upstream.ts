import { Upstream } from '@perezvon/contracts';
import { z } from 'zod';
import { cleanText } from './clean-text.js';

const MAX_HINT_CHARACTERS = 4_000;
const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
]);

const Text = z.string().max(MAX_HINT_CHARACTERS).transform(cleanText).nullish().catch(null);
const Flag = z
  .unknown()
  .optional()
  .transform((value) => FLAGS.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ?? null);
const NumberFromText = z
  .string()
  .regex(/^\s*-?\d+(?:[.,]\d+)?\s*$/u)
  .transform((text) => Number(text.replace(',', '.')));
const Grade = z.union([z.number(), NumberFromText]).nullish().catch(null);

const hint = { text: Text, flag: Flag, grade: Grade };

const Hints = z.object(
  {
    call_category: hint.text,
    outcome: hint.text,
    is_target: hint.flag,
    requested_service: hint.text,
    refusal_category_code: hint.text,
    refusal_reason: hint.text,
    call_score: hint.grade,
    number_checklist: hint.grade,
  },
  'expected an object or null',
);

const isGiven = ([, value]: [string, unknown]): boolean =>
  value !== null && value !== undefined && value !== '';

/**
 * The telephony's own analysis. It is a hint that may be missing or wrong, so a field that does not fit is left
 * out and never costs the call. No field left: null.
 */
export const IncomingUpstream = Hints.nullish().transform((hints): Upstream | null => {
  const given = Object.entries(hints ?? {}).filter(isGiven);
  return given.length === 0 ? null : Upstream.parse(Object.fromEntries(given));
});
