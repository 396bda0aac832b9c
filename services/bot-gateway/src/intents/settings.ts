import { settingsChanged, type settingsChooseLanguage, type settingsSetContact } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { findNote } from '../queries/problems/find-note.js';
import { chooseLanguage } from '../store/people.js';
import { findContacts, setContact } from '../store/settings.js';

/** What the bot speaks with this person from now on, whatever his Telegram speaks. */
export const chooseOwnLanguage: IntentHandler<typeof settingsChooseLanguage> = async (
  { payload: { language } },
  { tx, now, actor },
) => {
  const before = await chooseLanguage(tx, actor.id, language, now());
  return done(settingsChanged.of({ setting: 'language' }), {
    before: { language: before },
    after: { language },
  });
};

/** Whom people write to. The log keeps that somebody is named, not who. */
export const changeContact: IntentHandler<typeof settingsSetContact> = async (
  { payload: { topic, noteId } },
  { tx, now, actor },
) => {
  const words = noteId === null ? null : await findNote(tx, { id: noteId, authorId: actor.id });
  if (noteId !== null && words === null) return refused('settings.nothing_to_set');
  const before = (await findContacts(tx))[topic];
  await setContact(tx, { topic, words, changedBy: actor.id, now: now() });
  return done(settingsChanged.of({ setting: 'contact' }), {
    before: { contactNamed: before !== undefined },
    after: { contactNamed: words !== null },
  });
};
