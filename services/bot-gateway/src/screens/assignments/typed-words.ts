import { readCallId } from '../../text/call-id.js';
import type { Translate } from '../../text/translate.js';
import type { Address } from '../define-place.js';
import type { TypedAnswer } from '../define-screen.js';

/** What takes longer is a talk, not a line on a phone. */
export const MAX_TYPED = 500;

/** Words about work that somebody typed: kept as a note that the next screen carries, or why they cannot be. */
export const keepWords = (text: string, t: Translate, leadsTo: (noteId: number) => Address): TypedAnswer => {
  const words = text.trim();
  // A call's number is a way to that call.
  if (words === '' || readCallId(words) !== null) return { kind: 'say', text: t('typed-words-needed') };
  if (words.length > MAX_TYPED) return { kind: 'say', text: t('typed-words-long', { max: MAX_TYPED }) };
  return { kind: 'keep', words, leadsTo };
};
