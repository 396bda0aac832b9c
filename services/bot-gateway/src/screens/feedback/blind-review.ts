import { findBlindWork, type BlindQuestion, type BlindWork } from '../../queries/feedback/blind-reviews.js';
import { callTime } from '../../text/call-time.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type Drawing, type RenderTools } from '../define-screen.js';
import { answerBlind } from './feedback-actions.js';
import { turnButtons } from '../page-buttons.js';
import { blindPlace } from '../places/feedback.js';
import { passageLine } from '../calls/transcript.js';
import { transcriptPages } from '../calls/transcript-pages.js';

type Params = { reviewId?: number | undefined; page: number };
type Tools = Pick<RenderTools<Params>, 't' | 'moment' | 'person' | 'params'>;

const factsLine = (question: BlindQuestion, { t, moment }: Tools): Html => {
  const { callDate, operator, direction, awaitSec, talkDuration } = question;
  return [
    t('call-direction', { direction }),
    ...(awaitSec === null ? [] : [t('call-waited', { seconds: awaitSec })]),
    ...(talkDuration === null ? [] : [t('call-talked', { time: callTime(talkDuration) })]),
  ].reduce(
    (all, part) => html`${all} · ${part}`,
    t('blind-call', { at: moment(callDate), operator: operator ?? 'none' }),
  );
};

/** No page of the transcript marks anything: the words that the score quotes would give it away. */
const questionDrawing = (question: BlindQuestion, left: number, tools: Tools): Drawing => {
  const { t, person, params } = tools;
  const { reviewId } = question;
  const pages = transcriptPages(question.turns, [], person);
  const page = Math.min(params.page, Math.max(0, pages.length - 1));
  const answer = (key: string, said: 'yes' | 'no' | 'skip'): Button =>
    answerBlind.button(t(key), { reviewId, answer: said });
  return {
    text: lines(
      t('blind-title', { count: left }),
      t('blind-question', { metric: question.metric }),
      '',
      factsLine(question, tools),
      pages.length > 1 ? t('transcript-page', { page: page + 1, pages: pages.length }) : null,
      ...(pages[page] ?? []).map((passage) => passageLine(passage, t)),
      '',
      t('blind-how'),
    ),
    rows: [
      turnButtons({ page, hasNext: page + 1 < pages.length }, t, (label, to) =>
        blindPlace.link(label, { reviewId, page: to }),
      ),
      [
        answer('button-blind-yes', 'yes'),
        answer('button-blind-no', 'no'),
        answer('button-blind-skip', 'skip'),
      ],
    ],
  };
};

const drawWork = ({ left, question }: BlindWork, tools: Tools): Drawing => {
  const { t } = tools;
  if (question !== null) return questionDrawing(question, left, tools);
  if (left === 0) return { text: t('blind-none'), rows: [] };
  return { text: t('blind-taken'), rows: [[blindPlace.link(t('button-blind-next'), { page: 0 })]] };
};

/**
 * «Вторая оценка»: a call as it was spoken, and one question. No score, no flags, no marks and nobody's verdict: what a
 * second reader knows beforehand he confirms.
 */
export const blindReview = defineScreen({
  ...blindPlace,
  load: ({ db, now, person }, { reviewId }) => findBlindWork(db, person, { reviewId, now: now() }),
  render: drawWork,
});
