import { ContactTopic, NoteId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** «🔧 Настройки»: what a person chooses for himself, and whom to write to. */
export const settingsPlace = definePlace({ id: 'set', permission: 'active', params: z.object({}) });

/** «🌐 Язык». */
export const languagePlace = definePlace({ id: 'lang', permission: 'active', params: z.object({}) });

/** «☎️ Кому писать»: everybody reads it, who may manage settings changes it. */
export const contactsPlace = definePlace({ id: 'contacts', permission: 'active', params: z.object({}) });

/** Whom to write to with one thing: waits for the words. */
export const contactPlace = definePlace({
  id: 'contact',
  permission: 'settings.manage',
  params: z.object({ topic: ContactTopic }),
  isQuestion: true,
});

/** The contact as everybody will read it. */
export const contactSavePlace = definePlace({
  id: 'contactok',
  permission: 'settings.manage',
  params: z.object({ topic: ContactTopic, noteId: NoteId }),
  isQuestion: true,
});
