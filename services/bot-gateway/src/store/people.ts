import type { Role } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';
import type { Person } from '../people/person.js';
import { languageOf, type Language } from '../text/translate.js';

const PERSON = {
  id: true,
  telegramId: true,
  firstName: true,
  lastName: true,
  username: true,
  role: true,
  status: true,
  operatorCode: true,
  language: true,
  chosenLanguage: true,
  unreachableSince: true,
} as const;

/** A person as stored, with the name Telegram shows and what his Telegram speaks, whatever he chose here. */
export type StoredPerson = Person & {
  username: string | null;
  telegramLanguage: Language;
  /** Since when Telegram refuses what we send him (he has blocked the bot, or is gone); null: he gets everything. */
  unreachableSince: Date | null;
};

const toPerson = <Row extends { language: string; chosenLanguage: string | null }>({
  language,
  chosenLanguage,
  ...row
}: Row): Omit<Row, 'language' | 'chosenLanguage'> & { language: Language; telegramLanguage: Language } => ({
  ...row,
  language: languageOf(chosenLanguage ?? language),
  telegramLanguage: languageOf(language),
});

/** What Telegram says of somebody; it may change with every message. */
export interface Profile {
  firstName: string;
  lastName: string | null;
  username: string | null;
  language: Language;
}

/** By the id that Telegram knows him by; null: has never written. */
export const findPersonByTelegramId = async (db: Db, telegramId: bigint): Promise<StoredPerson | null> => {
  const row = await db.user.findUnique({ where: { telegramId }, select: PERSON });
  return row && toPerson(row);
};

/** By our own id; null: no such person. */
export const findPerson = async (db: Db, id: number): Promise<StoredPerson | null> => {
  const row = await db.user.findUnique({ where: { id }, select: PERSON });
  return row && toPerson(row);
};

/** Everybody with access who holds one of the roles, in the order they came. */
export const listActivePeople = async (db: Db, roles: readonly Role[]): Promise<StoredPerson[]> => {
  const rows = await db.user.findMany({
    where: { status: 'active', role: { in: [...roles] } },
    orderBy: { id: 'asc' },
    select: PERSON,
  });
  return rows.map(toPerson);
};

/** Remembers somebody who writes for the first time; doing it twice keeps the first row. */
export const insertNewcomer = async (tx: Tx, telegramId: bigint, profile: Profile): Promise<StoredPerson> => {
  const row = await tx.user.upsert({
    where: { telegramId },
    create: { telegramId, ...profile },
    update: {},
    select: PERSON,
  });
  return toPerson(row);
};

/** Follows a change of name or language in Telegram. */
export const updateProfile = async (tx: Tx, id: number, profile: Profile): Promise<StoredPerson> =>
  toPerson(await tx.user.update({ where: { id }, data: profile, select: PERSON }));

/** The bot speaks this language with the person from now on. @returns what it spoke before */
export const chooseLanguage = async (
  tx: Tx,
  id: number,
  language: Language,
  now: Date,
): Promise<Language> => {
  const before = await tx.user.findUniqueOrThrow({
    where: { id },
    select: { language: true, chosenLanguage: true },
  });
  await tx.user.update({ where: { id }, data: { chosenLanguage: language, updatedAt: now } });
  return languageOf(before.chosenLanguage ?? before.language);
};
