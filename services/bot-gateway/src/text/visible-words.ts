import { readsMasked } from '@perezvon/access';
import type { Speaker, Turn } from '@perezvon/contracts';
import { findPersonal, hideRanges, maskPersonal } from '@perezvon/lm/redact';
import type { Person } from '../people/person.js';

/** Whether phones, document numbers and names of clients are hidden from a person: from everybody below superadmin. */
export const seesMasked = ({ role }: Pick<Person, 'role'>): boolean => readsMasked(role);

/** Words of a call as a person may read them. `speaker`: who said them; a client's when that is not known. */
export const visibleWords = (
  words: string,
  person: Pick<Person, 'role'>,
  speaker: Speaker = 'client',
): string => (seesMasked(person) ? maskPersonal(words, speaker) : words);

/** Words that somebody typed. */
export interface WrittenWords {
  text: string;
  authorId: number;
}

/** Words that somebody typed, as another person may read them; whoever wrote them reads them as they are. */
export const visibleNote = ({ text, authorId }: WrittenWords, person: Pick<Person, 'id' | 'role'>): string =>
  authorId === person.id ? text : visibleWords(text, person);

/** The words of a whole call as a person may read them, turn by turn: what was asked before tells what is personal. */
export const visibleTurns = (turns: readonly Turn[], person: Pick<Person, 'role'>): string[] => {
  const hidden = seesMasked(person) ? findPersonal(turns, 'shown') : [];
  return turns.map(({ text }, index) => hideRanges(text, hidden[index] ?? []));
};
