import { CONTACT_TOPICS, ContactTopic, NoteId, settingsSetContact } from '@perezvon/contracts';
import { z } from 'zod';
import { codeKey } from '@perezvon/texts';
import { findContacts, type Contacts } from '../../store/settings.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineAction } from '../define-action.js';
import { defineScreen } from '../define-screen.js';
import { contactPlace, contactSavePlace, contactsPlace } from '../places/settings.js';
import { loadOwnWords } from '../problems/problem-report.js';

/** A name, a way to write, perhaps the hours: one line on a phone or two. */
const MAX_CONTACT = 200;

/** Whom to write to with what, a line a topic; topics without anybody are left out. */
export const contactLines = (contacts: Contacts, t: Translate): Html[] =>
  CONTACT_TOPICS.flatMap((topic) => {
    const words = contacts[topic];
    return words === undefined ? [] : [html`${t(codeKey('contact-topic', topic))}: ${words}`];
  });

/** «✅ Сохранить», or nobody any more. */
export const saveContact = defineAction({
  id: 'contactgo',
  params: z.object({ topic: ContactTopic, noteId: NoteId.nullable() }),
  intent: settingsSetContact,
  payload: (params) => params,
  leadsTo: () => contactsPlace.address({}),
});

/** «☎️ Кому писать». */
export const contacts = defineScreen({
  ...contactsPlace,
  load: ({ db }) => findContacts(db),
  render: (found, { t }) => {
    const named = contactLines(found, t);
    return {
      text: lines(t('contacts-title'), '', named.length === 0 ? t('contacts-none') : named),
      rows: CONTACT_TOPICS.map((topic) => [
        contactPlace.link(t('button-contact', { topic: t(codeKey('contact-topic', topic)) }), { topic }),
      ]),
    };
  },
});

/** Whom to write to with one thing: the next words in this chat. */
export const contact = defineScreen({
  ...contactPlace,
  load: ({ db }) => findContacts(db),
  render: (found, { t, params: { topic } }) => ({
    text: lines(
      t('contact-question', { topic: t(codeKey('contact-topic', topic)) }),
      found[topic] === undefined ? null : t('contact-now', { contact: found[topic] }),
    ),
    rows: [
      found[topic] === undefined
        ? []
        : [saveContact.button(t('button-contact-remove'), { topic, noteId: null })],
    ],
  }),
  typed: (text, { t, params: { topic } }) => {
    const words = text.trim();
    if (words === '' || words.length > MAX_CONTACT)
      return { kind: 'say', text: t('contact-words', { max: MAX_CONTACT }) };
    return { kind: 'keep', words, leadsTo: (noteId) => contactSavePlace.address({ topic, noteId }) };
  },
});

/** The contact as everybody will read it. */
export const contactSave = defineScreen({
  ...contactSavePlace,
  load: (tools, { noteId }) => loadOwnWords(tools, noteId),
  render: (words, { t, params }) => ({
    text: lines(t('contact-save-question'), '', html`${t(codeKey('contact-topic', params.topic))}: ${words}`),
    rows: [
      [saveContact.button(t('button-contact-save'), params), contactsPlace.link(t('button-cancel'), {})],
    ],
  }),
});
