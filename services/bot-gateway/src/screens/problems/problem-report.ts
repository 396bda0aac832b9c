import { codeKey } from '@perezvon/texts';
import { findNote } from '../../queries/problems/find-note.js';
import { readCallId } from '../../text/call-id.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { updateKey } from '../../store/updates.js';
import { defineScreen, type LoadTools, type TypedAnswer } from '../define-screen.js';
import type { Address, Button } from '../define-place.js';
import { chapterOf } from '../help/help-chapters.js';
import { helpPlace } from '../places/help.js';
import { problemPlace, problemSendPlace, ticketPlace, ticketSendPlace } from '../places/problems.js';
import { systemPlace } from '../places/system.js';
import { sendProblem, sendTicket } from './problem-actions.js';

/** What fits a phone's screen beside the rest of a conversation. */
export const MAX_WORDS = 1_500;

/** Words for the developers: kept, then shown once more before they are sent. */
export const keepWords = (text: string, t: Translate, leadsTo: (noteId: number) => Address): TypedAnswer => {
  const words = text.trim();
  // A call's number alone opens the call; an empty text came with a picture.
  if (words === '' || readCallId(words) !== null) return { kind: 'say', text: t('problem-words-needed') };
  if (words.length > MAX_WORDS) return { kind: 'say', text: t('problem-words-long', { max: MAX_WORDS }) };
  return { kind: 'keep', words, leadsTo };
};

/** One's own words that were kept; null: there are none. */
export const loadOwnWords = ({ db, person }: LoadTools, noteId: number): Promise<string | null> =>
  findNote(db, { id: noteId, authorId: person.id });

/** The words before they go to the developers, or to the author; with the two ways on. */
export const wordsToSend = (question: Html, words: string, [send, cancel]: readonly [Button, Button]) => ({
  text: lines(question, html`<blockquote>${words}</blockquote>`),
  rows: [[send, cancel]],
});

interface About {
  screen: string | null;
  update: number | null;
}

/** What goes along by itself: the chapter that explains the screen, the failure's number. */
const aboutLines = ({ screen, update }: About, t: Translate): (Html | null)[] => {
  const chapter = screen === null ? null : chapterOf(screen);
  return [
    chapter ? t('problem-about-screen', { chapter: t(codeKey('help-button', chapter)) }) : null,
    update === null ? null : t('problem-about-failure', { trace: updateKey(update) }),
  ];
};

/** «🆘 Сообщить о проблеме»: the next words in this chat are for the developers. */
export const problem = defineScreen({
  ...problemPlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t, params }) => ({
    text: lines(t('problem-question'), '', ...aboutLines(params, t)),
    rows: [],
  }),
  typed: (text, { t, params }) =>
    keepWords(text, t, (noteId) => problemSendPlace.address({ ...params, noteId })),
});

/** The report before it is sent. */
export const problemSend = defineScreen({
  ...problemSendPlace,
  load: (tools, { noteId }) => loadOwnWords(tools, noteId),
  render: (words, { t, params }) =>
    wordsToSend(t('problem-send-question'), words, [
      sendProblem.button(t('button-problem-send'), params),
      helpPlace.link(t('button-cancel'), {}),
    ]),
});

/** «🎫 Создать тикет»: the next words are a developer's to the developers. */
export const ticket = defineScreen({
  ...ticketPlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t }) => ({ text: t('ticket-question'), rows: [] }),
  typed: (text, { t }) => keepWords(text, t, (noteId) => ticketSendPlace.address({ noteId })),
});

/** The ticket before it is sent. */
export const ticketSend = defineScreen({
  ...ticketSendPlace,
  load: (tools, { noteId }) => loadOwnWords(tools, noteId),
  render: (words, { t, params }) =>
    wordsToSend(t('problem-send-question'), words, [
      sendTicket.button(t('button-problem-send'), params),
      systemPlace.link(t('button-cancel'), {}),
    ]),
});
