import { CONTACT_TOPICS, type ContactTopic } from '@perezvon/contracts';
import { findSetting, lockSetting, saveSetting, type Db, type Tx } from '@perezvon/db';
import { z } from 'zod';

const CONTACTS_KEY = 'help.contacts';
/** A topic that is left out has nobody. */
const Contacts = z.partialRecord(z.enum(CONTACT_TOPICS), z.string().min(1));
/** Whom to write to, in the words of who set it. */
export type Contacts = Readonly<z.infer<typeof Contacts>>;

/** Whom to write to with what; {} when nobody was named. */
export const findContacts = async (db: Db): Promise<Contacts> => {
  const stored = await findSetting(db, CONTACTS_KEY);
  return Contacts.safeParse(stored).data ?? {};
};

interface ContactChange {
  topic: ContactTopic;
  /** null: nobody any more. */
  words: string | null;
  changedBy: number;
  now: Date;
}

/** Names somebody for a topic, or nobody. Two changes at once do not cross: the setting is locked. */
export const setContact = async (tx: Tx, { topic, words, ...by }: ContactChange): Promise<void> => {
  await lockSetting(tx, CONTACTS_KEY);
  const { [topic]: _before, ...others } = await findContacts(tx);
  const value = words === null ? others : { ...others, [topic]: words };
  await saveSetting(tx, { key: CONTACTS_KEY, value, ...by });
};
