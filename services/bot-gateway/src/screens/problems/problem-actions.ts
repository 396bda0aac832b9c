import {
  NoteId,
  problemAnswer,
  problemClose,
  problemContinue,
  ProblemId,
  problemReport,
  ticketCreate,
} from '@perezvon/contracts';
import { z } from 'zod';
import { updateKey } from '../../store/updates.js';
import { defineAction } from '../define-action.js';
import { helpPlace } from '../places/help.js';
import { problemCardPlace, problemSendPlace, ticketSendPlace } from '../places/problems.js';
import { systemPlace } from '../places/system.js';

const InReport = z.object({ reportId: ProblemId, noteId: NoteId });
const toCard = ({ reportId }: { reportId: number }) => problemCardPlace.address({ reportId });

/** «✅ Отправить» of a report. */
export const sendProblem = defineAction({
  id: 'sosgo',
  params: problemSendPlace.params,
  intent: problemReport,
  payload: ({ noteId, screen, update }) => ({
    noteId,
    screen,
    traceId: update === null ? null : updateKey(update),
  }),
  leadsTo: () => helpPlace.address({}),
});

/** «✅ Отправить» of a ticket. */
export const sendTicket = defineAction({
  id: 'ticketgo',
  params: ticketSendPlace.params,
  intent: ticketCreate,
  payload: (params) => params,
  leadsTo: () => systemPlace.address({}),
});

/** «✅ Отправить» of a developer's answer. */
export const sendAnswer = defineAction({
  id: 'sosanswer',
  params: InReport,
  intent: problemAnswer,
  payload: (params) => params,
  leadsTo: toCard,
});

/** «✅ Отправить» of what the author adds. */
export const sendMore = defineAction({
  id: 'sosmore',
  params: InReport,
  intent: problemContinue,
  payload: (params) => params,
  leadsTo: toCard,
});

/** «✅ Закрыть». */
export const closeReport = defineAction({
  id: 'sosclose',
  params: z.object({ reportId: ProblemId }),
  intent: problemClose,
  payload: (params) => params,
  leadsTo: toCard,
});
