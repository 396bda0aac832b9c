import { callMarkListened } from '@perezvon/contracts';
import { periodEnding } from '@perezvon/db/calls';
import { findCallCard, type CallCard } from '../../queries/calls/find-call-card.js';
import { findRecording } from '../../queries/calls/find-recording.js';
import { listTopCalls, type TopCall } from '../../queries/calls/list-top-calls.js';
import { lines, type Html } from '../../text/html.js';
import { explainScore } from '../calls/call-why.js';
import { defineAction } from '../define-action.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { recordingDrawing } from '../calls/listen.js';
import { assignKindPlace } from '../places/assignments.js';
import { transcriptPlace } from '../places/calls.js';
import { topCallsPlace, topListenPlace, topReviewPlace, type ReviewStep } from '../places/top.js';
import { callCardPlace } from '../places/work.js';
import { listenerNames, reasonLine, waitingLine } from './top-words.js';

/** «✅ Прослушано» within a review: the same mark as on the card, and on to the next call. */
export const markReviewed = defineAction({
  id: 'top-heard',
  params: topReviewPlace.params,
  intent: callMarkListened,
  payload: ({ historyId }) => ({ historyId }),
  leadsTo: (step) => topReviewPlace.address(step),
});

/** The call that a review has come to. */
interface Current {
  call: TopCall;
  card: CallCard;
  /** From 1. */
  place: number;
}

interface Review {
  calls: readonly TopCall[];
  /** What was asked for; null: it is none of the five any more. */
  asked: TopCall | null;
  /** null: all of them have been listened to. */
  current: Current | null;
  /** The one after; null: the current one is the last. */
  next: TopCall | null;
}

const isUnheard = ({ listeners }: TopCall): boolean => listeners.length === 0;

/** The five beginning at `start`, round to the one before it. */
const roundFrom = (calls: readonly TopCall[], start: number): TopCall[] => [
  ...calls.slice(start),
  ...calls.slice(0, start),
];

const atOf = ({ at }: ReviewStep): Date => new Date(at);

type Tools = RenderTools<ReviewStep>;

/** That the call one asked for is heard or gone and another one stands here instead; null: it is the one. */
const passedOver = ({ asked }: Review, tools: Tools): Html | null => {
  const { t, params, person } = tools;
  if (asked === null) return t('top-gone', { id: params.historyId });
  // One's own mark needs no words: it has just been pressed.
  const byOthers = asked.listeners.some(({ userId }) => userId !== person.id);
  return byOthers ? t('top-heard-by', { id: asked.historyId, names: listenerNames(asked, tools) }) : null;
};

const reviewText = (review: Review, { call, card, place }: Current, tools: Tools): Html => {
  const { t, moment, params } = tools;
  const { calls } = review;
  const { score } = card;
  return lines(
    t('top-place', { place, count: calls.length, heard: calls.filter((one) => !isUnheard(one)).length }),
    call.historyId === params.historyId ? null : passedOver(review, tools),
    '',
    t('call-title', { id: call.historyId, at: moment(call.callDate) }),
    call.operator === null ? null : t('top-operator', { operator: call.operator }),
    reasonLine(call, tools),
    waitingLine(call, tools),
    ...(score === null ? [] : ['' as const, explainScore(score, tools)]),
  );
};

const reviewRows = (
  { call: { historyId } }: Current,
  next: TopCall | null,
  { t, params }: Pick<Tools, 't' | 'params'>,
): Button[][] => {
  const here = { ...params, historyId };
  return [
    [topListenPlace.link(t('button-listen'), here), markReviewed.button(t('button-listened'), here)],
    [
      assignKindPlace.link(t('button-assign'), { historyId }),
      ...(next === null
        ? []
        : [topReviewPlace.link(t('button-top-next'), { ...params, historyId: next.historyId })]),
    ],
    [
      transcriptPlace.link(t('button-transcript'), { historyId, page: 0 }),
      callCardPlace.link(t('button-card'), { historyId }),
    ],
  ];
};

/**
 * «🎯 Топ-5», one call after the other. The five are those of `at`; a call that is listened to gives way to the next,
 * whoever listened and wherever.
 */
export const topReview = defineScreen({
  ...topReviewPlace,
  load: async ({ db, timezone }, step): Promise<Review | null> => {
    const at = atOf(step);
    const calls = await listTopCalls(db, { period: periodEnding(at, step.days, timezone), at });
    const start = calls.findIndex(({ historyId }) => historyId === step.historyId);
    const [call, next] = roundFrom(calls, Math.max(start, 0)).filter(isUnheard);
    const card = call ? await findCallCard(db, call.historyId) : null;
    // Erased in between.
    if (call && !card) return null;
    return {
      calls,
      asked: calls[start] ?? null,
      current: call && card ? { call, card, place: calls.indexOf(call) + 1 } : null,
      next: next ?? null,
    };
  },
  render: (review, tools) => {
    const { t, params } = tools;
    const { calls, current, next } = review;
    if (current) return { text: reviewText(review, current, tools), rows: reviewRows(current, next, tools) };
    return {
      text: t('top-done', { count: calls.length }),
      rows: [[topCallsPlace.link(t('button-top-more'), { days: params.days })]],
    };
  },
});

/** «🎧 Прослушать» within a review. */
export const topListen = defineScreen({
  ...topListenPlace,
  load: ({ db }, { historyId }) => findRecording(db, historyId),
  render: (recording, tools) =>
    recordingDrawing(recording, tools, markReviewed.button(tools.t('button-listened'), tools.params)),
});
