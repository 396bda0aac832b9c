import { createHash } from 'node:crypto';

/** Stands for the calls that nobody answered: no operator's code has this key. */
export const NOBODY_KEY = 0;
/** Forty bits: nine characters in a button, and two codes out of a thousand share a key once in two million clinics. */
const KEY_BYTES = 5;
export const MAX_OPERATOR_KEY = 2 ** (KEY_BYTES * 8) - 1;

/**
 * A number that stands for an operator's code in a button: a code may be longer than the button.
 * @param code null: nobody answered
 */
export const operatorKey = (code: string | null): number => {
  if (code === null) return NOBODY_KEY;
  const key = createHash('sha256').update(code).digest().readUIntBE(0, KEY_BYTES);
  return Math.max(key, NOBODY_KEY + 1);
};
