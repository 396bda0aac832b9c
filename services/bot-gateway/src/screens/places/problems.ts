import { NoteId, ProblemId } from '@perezvon/contracts';
import { z } from 'zod';
import { definePlace } from '../define-place.js';

const MAX_PAGE = 99;
/** Telegram numbers updates with up to ten digits: the failure that a report is about. */
const MAX_UPDATE_ID = 9_999_999_999;
const Screen = z.string().min(1).max(12).nullable();
const Update = z.int().min(0).max(MAX_UPDATE_ID).nullable();

/** «🆘 Сообщить о проблеме»: about a screen, about a failure, or just so. Waits for the words. */
export const problemPlace = definePlace({
  id: 'sos',
  permission: 'active',
  params: z.object({ screen: Screen, update: Update }),
  isQuestion: true,
});

/** The words as they will be sent. */
export const problemSendPlace = definePlace({
  id: 'sosok',
  permission: 'active',
  params: z.object({ noteId: NoteId, screen: Screen, update: Update }),
  isQuestion: true,
});

/** «🎫 Создать тикет»: a developer's words to the developers. */
export const ticketPlace = definePlace({
  id: 'ticket',
  permission: 'system.view',
  params: z.object({}),
  isQuestion: true,
});

/** The ticket as it will be sent. */
export const ticketSendPlace = definePlace({
  id: 'ticketok',
  permission: 'system.view',
  params: z.object({ noteId: NoteId }),
  isQuestion: true,
});

/** «📨 Мои обращения». */
export const myProblemsPlace = definePlace({
  id: 'mysos',
  permission: 'active',
  params: z.object({ page: z.int().min(0).max(MAX_PAGE) }),
});

/** «📨 Обращения»: what people told the developers. */
export const problemsPlace = definePlace({
  id: 'soslist',
  permission: 'system.view',
  params: z.object({ filter: z.enum(['waiting', 'all']), page: z.int().min(0).max(MAX_PAGE) }),
});

/** One report's conversation: its author's and the developers'. */
export const problemCardPlace = definePlace({
  id: 'soscard',
  permission: 'active',
  params: z.object({ reportId: ProblemId }),
});

/** «✍️ Ответить», «✍️ Написать ещё»: waits for the words. */
export const problemWritePlace = definePlace({
  id: 'soswrite',
  permission: 'active',
  params: z.object({ reportId: ProblemId }),
  isQuestion: true,
});

/** The next words as they will be sent. */
export const problemWriteSendPlace = definePlace({
  id: 'soswriteok',
  permission: 'active',
  params: z.object({ reportId: ProblemId, noteId: NoteId }),
  isQuestion: true,
});
