import { MARKETING_CHANNELS } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { findCallBrief } from '../../queries/calls/find-call-brief.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import {
  assignChannelPlace,
  assignCommentPlace,
  assignConfirmPlace,
  assignOwnerPlace,
  assignWordsPlace,
} from '../places/assignments.js';
import { assignHead, loadGiven, loadWork, workLines } from './given-work.js';
import { keepWords, MAX_TYPED } from './typed-words.js';

/** «Маркетинговое действие»: by what means. */
export const assignChannel = defineScreen({
  ...assignChannelPlace,
  load: ({ db }, { historyId }) => findCallBrief(db, historyId),
  render: (call, tools) => {
    const { t, params } = tools;
    const kind = t(codeKey('kind', 'marketing'));
    return {
      text: lines(
        assignHead(call, tools),
        t('assign-kind-chosen', { kind }),
        '',
        t('assign-channel-question'),
      ),
      rows: MARKETING_CHANNELS.map((channel) => [
        assignWordsPlace.link(t(codeKey('channel', channel)), { ...params, kind: 'marketing', channel }),
      ]),
    };
  },
});

/** What is to be done: the next words in this chat say it. */
export const assignWords = defineScreen({
  ...assignWordsPlace,
  load: (tools, { historyId }) => loadWork(tools, { historyId }),
  render: (work, tools) => ({
    text: lines(workLines(work, tools), '', tools.t('assign-words-question', { max: MAX_TYPED })),
    rows: [],
  }),
  typed: (text, tools) =>
    keepWords(text, tools.t, (noteId) => assignOwnerPlace.address({ ...tools.params, noteId, page: 0 })),
});

/** «✏️ Комментарий»: what its owner has to know besides. */
export const assignComment = defineScreen({
  ...assignCommentPlace,
  load: (tools, params) => loadGiven(tools, params),
  render: (given, tools) => ({
    text: lines(
      workLines(given, tools, given.owner),
      '',
      tools.t('assign-comment-question', { max: MAX_TYPED }),
    ),
    rows: [],
  }),
  typed: (text, tools) =>
    keepWords(text, tools.t, (noteId) => assignConfirmPlace.address({ ...tools.params, noteId })),
});
