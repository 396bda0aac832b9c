import { mayReadCall } from '../../queries/calls/call-access.js';
import { findTranscript, type Transcript } from '../../queries/calls/find-transcript.js';
import { callTime } from '../../text/call-time.js';
import { html, lines, type Html } from '../../text/html.js';
import { seesMasked } from '../../text/visible-words.js';
import { defineScreen, type Drawing, type RenderTools } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import { listenPlace, transcriptPlace } from '../places/calls.js';
import { transcriptPages, type Passage } from './transcript-pages.js';

type Tools = Pick<RenderTools<{ page: number }>, 't' | 'moment' | 'person' | 'params'>;

const wordsOf = ({ segments }: Passage, t: Tools['t']): Html =>
  segments.reduce(
    (all, { text, marked }) => html`${all}${marked ? t('transcript-marked', { words: text }) : text}`,
    html``,
  );

/** A turn, or a part of one: time, speaker, words. */
export const passageLine = (passage: Passage, t: Tools['t']): Html =>
  t('transcript-turn', {
    speaker: passage.speaker,
    at: passage.t === null ? 'none' : callTime(passage.t),
    words: wordsOf(passage, t),
  });

const pageText = ({ historyId, callDate, isSilent, turns, evidence }: Transcript, tools: Tools) => {
  const { t, moment, person, params } = tools;
  const pages = transcriptPages(turns ?? [], evidence, person);
  // A new transcript may be shorter than the one the button was made for.
  const page = Math.min(params.page, Math.max(0, pages.length - 1));
  const title = t('transcript-title', { id: historyId, at: moment(callDate) });
  if (turns === null) {
    const missing = t(isSilent ? 'transcript-no-talk' : 'transcript-missing');
    return { page, count: 0, text: lines(title, '', missing) };
  }
  if (pages.length === 0) return { page, count: 0, text: lines(title, '', t('transcript-empty')) };
  const text = lines(
    title,
    pages.length > 1 ? t('transcript-page', { page: page + 1, pages: pages.length }) : null,
    '',
    (pages[page] ?? []).map((passage) => passageLine(passage, t)),
    ...(seesMasked(person) ? ['' as const, t('transcript-masked')] : []),
  );
  return { page, count: pages.length, text };
};

/** One page of a transcript. Pure. */
export const drawTranscript = (found: Transcript, tools: Tools): Drawing => {
  const { t } = tools;
  const { historyId } = found;
  const { page, count, text } = pageText(found, tools);
  return {
    text,
    rows: [
      turnButtons({ page, hasNext: page + 1 < count }, t, (label, target) =>
        transcriptPlace.link(label, { historyId, page: target }),
      ),
      [listenPlace.link(t('button-listen'), { historyId })],
    ],
  };
};

/** «📝 Расшифровка»: who said what and when, page by page, with the words that the score quotes marked. */
export const transcript = defineScreen({
  ...transcriptPlace,
  load: async ({ db, person }, { historyId }) =>
    (await mayReadCall(db, person, historyId)) ? findTranscript(db, historyId) : null,
  render: drawTranscript,
});
