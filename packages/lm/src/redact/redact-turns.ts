import type { Speaker, Turn } from '@perezvon/contracts';
import { findPersonal, type PersonalKind } from './find-personal.js';

/** Raise it whenever the same call could be redacted in another way: it is a part of a challenger's tag. */
export const REDACTION_VERSION = '1';

/** What stands in the place of personal words that leave the house; a reader sees what kind of words they were. */
const PLACEHOLDERS: Readonly<Record<PersonalKind, string>> = {
  name: '[ИМЯ]',
  number: '[НОМЕР]',
  mail: '[ПОЧТА]',
  address: '[АДРЕС]',
};

/** A part of a redacted text and where it stands in both. */
interface Piece {
  readonly at: number;
  readonly text: string;
  readonly original: string;
  readonly isHidden: boolean;
}

/** A turn without what is personal; the original stays beside it, in this process. */
export interface RedactedTurn {
  readonly speaker: Speaker;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const piecesOf = (text: string, hidden: ReturnType<typeof findPersonal>[number]): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (shown: string, original: string, isHidden: boolean): void => {
    if (original === '') return;
    pieces.push({ at, text: shown, original, isHidden });
    at += shown.length;
  };
  let from = 0;
  for (const { start, end, kind } of hidden) {
    add(text.slice(from, start), text.slice(from, start), false);
    add(PLACEHOLDERS[kind], text.slice(start, end), true);
    from = end;
  }
  add(text.slice(from), text.slice(from), false);
  return pieces;
};

/** The turns of a call as they may leave the house, in the same order. */
export const redactTurns = (turns: readonly Pick<Turn, 'speaker' | 'text'>[]): RedactedTurn[] => {
  const personal = findPersonal(turns, 'sent');
  return turns.map(({ speaker, text }, index) => {
    const pieces = piecesOf(text, personal[index] ?? []);
    return { speaker, text: pieces.map((piece) => piece.text).join(''), pieces };
  });
};

/** At least one word of some length that is not hidden: a placeholder or «да» alone proves nothing. */
const SAYS_SOMETHING = /\p{L}{3,}/u;

/**
 * The words of the call that a quote from its redacted form stands for. A placeholder stands for all it hides.
 * @returns null when the quote does not stand there literally, or holds no word that was left
 */
export const originalQuote = ({ text, pieces }: RedactedTurn, quote: string): string | null => {
  const start = text.indexOf(quote);
  if (quote === '' || start < 0) return null;
  const end = start + quote.length;
  let original = '';
  let seen = '';
  for (const piece of pieces) {
    const from = Math.max(start, piece.at) - piece.at;
    const to = Math.min(end, piece.at + piece.text.length) - piece.at;
    if (from >= to) continue;
    original += piece.isHidden ? piece.original : piece.original.slice(from, to);
    if (!piece.isHidden) seen += `${piece.original.slice(from, to)} `;
  }
  return SAYS_SOMETHING.test(seen) ? original : null;
};
