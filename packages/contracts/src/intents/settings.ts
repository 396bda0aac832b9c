import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { NoteId } from '../domain/ids.js';
import { Language } from '../domain/language.js';
import { AverageBooking } from '../domain/money.js';
import { ContactTopic } from '../domain/problem.js';

/** A person chooses what the bot speaks with him. */
export const settingsChooseLanguage = defineIntent({
  type: 'settings.choose_language',
  version: 1,
  owner: 'bot-gateway',
  permission: null,
  payload: z.object({ language: Language }),
  subject: (): Subject => ({ kind: 'setting', id: 'language' }),
  refusals: [],
});

/** Whom to write to with something. The gateway keeps the words: they name a person. */
export const settingsSetContact = defineIntent({
  type: 'settings.set_contact',
  version: 1,
  owner: 'bot-gateway',
  permission: 'settings.manage',
  /** `noteId` null: nobody any more. */
  payload: z.object({ topic: ContactTopic, noteId: NoteId.nullable() }),
  subject: ({ topic }): Subject => ({ kind: 'setting', id: `contact.${topic}` }),
  refusals: ['settings.nothing_to_set'],
});

/** What a booking brings on average: what clients who came back are counted in. */
export const settingsSetAverageBooking = defineIntent({
  type: 'settings.set_average_booking',
  version: 1,
  owner: 'bot-gateway',
  permission: 'settings.manage',
  /** null: not known any more; money is then not counted. */
  payload: z.object({ kopecks: AverageBooking.nullable() }),
  subject: (): Subject => ({ kind: 'setting', id: 'money.average_booking' }),
  refusals: [],
});
