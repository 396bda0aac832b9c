import { z } from 'zod';
import { defineIntent, MessageId, type Subject } from '../define.js';
import { NoteId, ProblemId } from '../domain/ids.js';

/** A report that is not there yet has no number. */
const newProblem = (): Subject => ({ kind: 'problem', id: 'new' });
const aboutProblem = ({ reportId }: { reportId: number }): Subject => ({
  kind: 'problem',
  id: String(reportId),
});

/** The gateway keeps the words before it publishes. */
const Words = z.object({ noteId: NoteId });
const WORDS_REFUSALS = ['problem.nothing_to_send', 'problem.already_sent'] as const;
const InReport = Words.extend({ reportId: ProblemId });

/** «Сообщить о проблеме»: anybody with access writes to the developers. */
export const problemReport = defineIntent({
  type: 'problem.report',
  version: 1,
  owner: 'bot-gateway',
  permission: null,
  payload: Words.extend({
    /** Id of the screen it is about; null: of none in particular. */
    screen: z.string().min(1).max(12).nullable(),
    /** The message or update that failed; null: nothing did, or nobody knows which. */
    traceId: MessageId.nullable(),
  }),
  subject: newProblem,
  refusals: ['problem.no_access', 'problem.too_many', ...WORDS_REFUSALS],
});

/** «Создать тикет»: a developer writes a task into the developers' chat. */
export const ticketCreate = defineIntent({
  type: 'ticket.create',
  version: 1,
  owner: 'bot-gateway',
  permission: 'system.view',
  payload: Words,
  subject: newProblem,
  refusals: [...WORDS_REFUSALS],
});

/** The developers answer: a developer, or whoever writes in the developers' chat. */
export const problemAnswer = defineIntent({
  type: 'problem.answer',
  version: 1,
  owner: 'bot-gateway',
  permission: null,
  payload: InReport,
  subject: aboutProblem,
  refusals: ['problem.not_found', 'problem.not_a_developer', ...WORDS_REFUSALS],
});

/** Who reported goes on. */
export const problemContinue = defineIntent({
  type: 'problem.continue',
  version: 1,
  owner: 'bot-gateway',
  permission: null,
  payload: InReport,
  subject: aboutProblem,
  refusals: ['problem.not_found', 'problem.no_access', 'problem.too_many', ...WORDS_REFUSALS],
});

/** Nothing is left to answer; what the author writes later opens it again. */
export const problemClose = defineIntent({
  type: 'problem.close',
  version: 1,
  owner: 'bot-gateway',
  permission: 'system.view',
  payload: z.object({ reportId: ProblemId }),
  subject: aboutProblem,
  refusals: ['problem.not_found', 'problem.already_closed'],
});
