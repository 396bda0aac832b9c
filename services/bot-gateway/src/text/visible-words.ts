import { readsMasked } from '@perezvon/access';
import type { Speaker } from '@perezvon/contracts';
import { maskPersonal } from '@perezvon/lm/redact';
import type { Person } from '../people/person.js';

/** Whether phones, document numbers and names of clients are hidden from a person: from everybody below superadmin. */
export const seesMasked = ({ role }: Pick<Person, 'role'>): boolean => readsMasked(role);

/** Words of a call as a person may read them. `speaker`: who said them; a client's when that is not known. */
export const visibleWords = (
  words: string,
  person: Pick<Person, 'role'>,
  speaker: Speaker = 'client',
): string => (seesMasked(person) ? maskPersonal(words, speaker) : words);
