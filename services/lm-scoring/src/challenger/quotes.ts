import type { CallRecord } from '@perezvon/contracts';
import { originalQuote, type RedactedTurn } from '@perezvon/lm/redact';
import type { ModelAnswer, ProvenLabel } from './answer.js';

/** Words that the model named and that stand literally in the turn that it named. */
export interface ProvenQuote {
  readonly label: ProvenLabel;
  readonly turn: number;
  /** Seconds from the start of the call; null when the transcript has no times. */
  readonly t: number | null;
  /** As the call has them, redacted words included. */
  readonly quote: string;
}

/** More only hides the strongest. */
const MAX_QUOTES = 3;

/**
 * Checks every quote against the redacted turn that it is said to be from. Case, letters and the turn have to agree: a
 * model that is nearly right has not read it there.
 * @returns those that stand there, at most three a label, and how many did not
 */
export const verifyQuotes = (
  { evidence }: ModelAnswer,
  turns: readonly RedactedTurn[],
  { transcript }: CallRecord,
): { proven: ProvenQuote[]; refused: number } => {
  const proven: ProvenQuote[] = [];
  let refused = 0;
  for (const { label, turn, quote } of evidence) {
    const read = turns[turn];
    const original = read === undefined ? null : originalQuote(read, quote);
    const known = proven.filter((one) => one.label === label);
    if (original === null) refused += 1;
    else if (known.length < MAX_QUOTES && !known.some((one) => one.turn === turn && one.quote === original))
      proven.push({ label, turn, t: transcript?.[turn]?.t ?? null, quote: original });
  }
  return { proven, refused };
};
