import type { AssignmentReason } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { findNote } from '../../queries/problems/find-note.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import {
  laterPlace,
  reasonPlace,
  reasonSendPlace,
  reasonWordsPlace,
  type Explained,
} from '../places/assignments.js';
import { assignmentCardPlace } from '../places/work.js';
import { reasonButtons } from './assignment-actions.js';
import { assignmentHead, loadForMove, type MoveFacts } from './assignment-words.js';
import { dueLine, laterThan, whenOpenButtons, type DueWords } from './due-choice.js';
import { keepWords, MAX_TYPED } from './typed-words.js';

type Tools = Pick<RenderTools<Explained>, 't' | 'moment' | 'params' | 'now' | 'timezone'>;

const cancelButton = ({ t, params }: Pick<Tools, 't' | 'params'>): Button =>
  assignmentCardPlace.link(t('button-cancel'), { assignmentId: params.assignmentId });

/** The moment that a move leads to. */
const lineOf = ({ assignment, clinic }: MoveFacts, tools: Tools): DueWords | null => {
  const { due, move } = tools.params;
  if (due === undefined) return null;
  const words = dueLine(due, clinic, tools, move === 'pause' ? 'pause' : 'due');
  return move === 'extend' && !words.isRefused ? laterThan(assignment.dueAt, due, words, tools) : words;
};

/** «Продлить», «Отложить» to a moment that cannot be: another one is asked for. */
const otherDueRows = ({ t, params }: Tools): Button[][] => {
  const { assignmentId, move } = params;
  return move === 'extend' || move === 'pause'
    ? [[laterPlace.link(t('button-other-due'), { assignmentId, move })]]
    : [];
};

/** Reasons that only work with a client has. */
const OF_CLIENTS: readonly AssignmentReason[] = [
  'client_asked',
  'no_answer',
  'wrong_number',
  'client_declines',
  'client_came',
];

/** Whether somebody gets in touch with a client: not about no call, nor where its operator is talked to. */
const isWithClient = ({ kind, call }: MoveFacts['assignment']): boolean =>
  call !== null && kind !== 'review' && kind !== 'training';

/** The reasons that are one tap away: those that the work can have. */
const reasonRows = ({ assignment }: MoveFacts, { t, params }: Tools): Button[][] => {
  const isOffered = (reason: AssignmentReason): boolean =>
    reason !== 'other' && (isWithClient(assignment) || !OF_CLIENTS.includes(reason));
  return reasonButtons(params, (reason) => t(codeKey('assignment-reason', reason)))
    .filter(({ reason }) => isOffered(reason))
    .map(({ button }) => [button]);
};

const head = (facts: MoveFacts, tools: Tools): Html =>
  lines(assignmentHead(facts.assignment, tools), lineOf(facts, tools)?.text ?? null);

/** Why: a tap on a reason is the answer and the confirmation in one. */
export const moveReason = defineScreen({
  ...reasonPlace,
  load: loadForMove,
  render: (facts, tools) => {
    const { t, params } = tools;
    const due = lineOf(facts, tools);
    if (due?.isRefused === true)
      return { text: head(facts, tools), rows: [...otherDueRows(tools), [cancelButton(tools)]] };
    return {
      text: lines(head(facts, tools), '', t('reason-question', { move: params.move })),
      rows: [
        ...reasonRows(facts, tools),
        [reasonWordsPlace.link(t('reason-other-button'), params)],
        due === null
          ? []
          : whenOpenButtons(due, t, (label, another) => reasonPlace.link(label, { ...params, due: another })),
        [cancelButton(tools)],
      ],
    };
  },
});

/** «Другая причина»: the next words in this chat say it. */
export const reasonWords = defineScreen({
  ...reasonWordsPlace,
  load: loadForMove,
  render: (facts, tools) => ({
    text: lines(head(facts, tools), '', tools.t('reason-type', { max: MAX_TYPED })),
    rows: [],
  }),
  typed: (text, tools) =>
    keepWords(text, tools.t, (noteId) => reasonSendPlace.address({ ...tools.params, noteId })),
});

/** One's own words, before they are sent. */
export const reasonSend = defineScreen({
  ...reasonSendPlace,
  load: async (tools, params) => {
    const facts = await loadForMove(tools, params);
    const words = await findNote(tools.db, { id: params.noteId, authorId: tools.person.id });
    return facts && words !== null ? { facts, words } : null;
  },
  render: ({ facts, words }, tools) => {
    const { t, params } = tools;
    const isRefused = lineOf(facts, tools)?.isRefused === true;
    const send = reasonButtons(params, () => t('button-confirm')).filter(({ reason }) => reason === 'other');
    return {
      text: lines(head(facts, tools), t('reason-words', { move: params.move, words })),
      rows: isRefused
        ? [...otherDueRows(tools), [cancelButton(tools)]]
        : [[...send.map(({ button }) => button), cancelButton(tools)]],
    };
  },
});
