import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** The longest id that a screen or an action has, see `makeCodec`. */
const MAX_ID_LENGTH = 12;
/** Names of screens and chapters are no choices here: a new one must not make the buttons of old messages outdated. */
const Name = z.string().min(1).max(MAX_ID_LENGTH);

/** «❓ Помощь»: short chapters for the role, and whom to write to. */
export const helpPlace = definePlace({ id: 'help', permission: 'active', params: z.object({}) });

/** One chapter, from the list. */
export const helpChapterPlace = definePlace({
  id: 'helpch',
  permission: 'active',
  params: z.object({ chapter: Name }),
});

/** «❓» of a screen: the chapter that explains it. It may interrupt a question: «Назад» leads into it again. */
export const helpOnPlace = definePlace({
  id: 'what',
  permission: 'active',
  params: z.object({ screen: Name }),
  isQuestion: true,
});
