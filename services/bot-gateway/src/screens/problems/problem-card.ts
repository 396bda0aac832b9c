import { may } from '@perezvon/access';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import { findProblem, type Problem } from '../../queries/problems/find-problem.js';
import { html, lines } from '../../text/html.js';
import { defineScreen, type LoadTools } from '../define-screen.js';
import { problemCardPlace, problemWritePlace, problemWriteSendPlace } from '../places/problems.js';
import { closeReport, sendAnswer, sendMore } from './problem-actions.js';
import { keepWords, loadOwnWords, wordsToSend } from './problem-report.js';
import { conversation, problemContext, problemTitle } from './problem-words.js';

const isDeveloper = ({ role }: Person): boolean => may(role, 'system.view');

/** A report as its author or a developer reads it; null: there is none, or it is somebody else's. */
const loadProblem = async ({ db, person }: LoadTools, reportId: number): Promise<Problem | null> => {
  const found = await findProblem(db, reportId);
  return found && (found.authorId === person.id || isDeveloper(person)) ? found : null;
};

/** One report: what was said, and the way to go on. */
export const problemCard = defineScreen({
  ...problemCardPlace,
  load: (tools, { reportId }) => loadProblem(tools, reportId),
  render: (problem, { t, person, moment, params }) => {
    const isAuthor = problem.authorId === person.id;
    const close = closeReport.button(t('button-problem-close'), params);
    return {
      text: lines(
        html`${problemTitle(problem, t)} · ${t(codeKey('problem-state', problem.state))}`,
        isDeveloper(person) ? problemContext(problem, t) : null,
        '',
        conversation(problem.lines, { t, moment, isAuthor }),
      ),
      rows: [
        [problemWritePlace.link(t(isAuthor ? 'button-problem-more' : 'button-problem-answer'), params)],
        problem.state === 'closed' ? [] : [close],
      ],
    };
  },
});

/** «✍️ Ответить», «✍️ Написать ещё»: the next words belong to this report. */
export const problemWrite = defineScreen({
  ...problemWritePlace,
  load: (tools, { reportId }) => loadProblem(tools, reportId),
  render: (problem, { t, person }) => ({
    text: lines(
      problemTitle(problem, t),
      '',
      t(problem.authorId === person.id ? 'problem-more-question' : 'problem-answer-question'),
    ),
    rows: [],
  }),
  typed: (text, { t, params }) =>
    keepWords(text, t, (noteId) => problemWriteSendPlace.address({ ...params, noteId })),
});

/** The words before they are sent. */
export const problemWriteSend = defineScreen({
  ...problemWriteSendPlace,
  load: async (tools, { reportId, noteId }) => {
    const [problem, words] = await Promise.all([loadProblem(tools, reportId), loadOwnWords(tools, noteId)]);
    return problem && words !== null ? { problem, words } : null;
  },
  render: ({ problem, words }, { t, person, params }) => {
    const isAuthor = problem.authorId === person.id;
    return wordsToSend(t(isAuthor ? 'problem-send-question' : 'problem-answer-send-question'), words, [
      (isAuthor ? sendMore : sendAnswer).button(t('button-problem-send'), params),
      problemCardPlace.link(t('button-cancel'), { reportId: params.reportId }),
    ]);
  },
});
