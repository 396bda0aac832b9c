import { withTransaction } from '@perezvon/db';
import type { User } from 'grammy/types';
import type { GatewayDeps } from '../deps.js';
import {
  findPerson,
  findPersonByTelegramId,
  insertNewcomer,
  updateProfile,
  type Profile,
  type StoredPerson,
} from '../store/people.js';
import { languageOf } from '../text/translate.js';
import { admitSupremeDev } from './supreme-devs.js';

const profileOf = (from: User): Profile => ({
  firstName: from.first_name,
  lastName: from.last_name ?? null,
  username: from.username ?? null,
  language: languageOf(from.language_code),
});

const isKnownAs = (person: StoredPerson, profile: Profile): boolean =>
  person.firstName === profile.firstName &&
  person.lastName === profile.lastName &&
  person.username === profile.username &&
  person.telegramLanguage === profile.language;

/** The person behind an update, as stored now; somebody new becomes a newcomer, or is let in by the configuration. */
export const meetPerson = async (
  deps: Pick<GatewayDeps, 'db' | 'supremeDevIds' | 'now'>,
  from: User,
): Promise<StoredPerson> => {
  const telegramId = BigInt(from.id);
  const profile = profileOf(from);
  const known = await findPersonByTelegramId(deps.db, telegramId);
  if (known) {
    if (isKnownAs(known, profile)) return known;
    return withTransaction(deps.db, (tx) => updateProfile(tx, known.id, profile));
  }
  return withTransaction(deps.db, async (tx) => {
    const newcomer = await insertNewcomer(tx, telegramId, profile);
    if (!(await admitSupremeDev(tx, newcomer, deps))) return newcomer;
    return (await findPerson(tx, newcomer.id)) ?? newcomer;
  });
};
