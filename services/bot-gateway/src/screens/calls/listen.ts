import type { Evidence } from '@perezvon/contracts';
import { mayReadCall } from '../../queries/calls/call-access.js';
import { findRecording, type CallRecording } from '../../queries/calls/find-recording.js';
import { callTime } from '../../text/call-time.js';
import { lines, type Html } from '../../text/html.js';
import { ruleWords } from '../../text/rule-words.js';
import { markListened } from './call-card.js';
import type { Button } from '../define-place.js';
import { defineScreen, type Drawing, type RenderTools } from '../define-screen.js';
import { listenPlace, transcriptPlace } from '../places/calls.js';

/** A caption holds 1024 characters, and an ear a handful of places. */
const MAX_PLACES = 8;

type Timed = Evidence & { t: number };
const hasTime = (one: Evidence): one is Timed => one.t !== null;

/** The heaviest places with a time, one a second of the call, in the order of the call. */
const placesOf = (evidence: readonly Evidence[]): Timed[] => {
  const heaviestFirst = evidence.filter(hasTime).toSorted((a, b) => b.weight - a.weight);
  const bySecond = new Map(heaviestFirst.toReversed().map((one) => [Math.floor(one.t), one]));
  return heaviestFirst
    .filter((one) => bySecond.get(Math.floor(one.t)) === one)
    .slice(0, MAX_PLACES)
    .toSorted((a, b) => a.t - b.t);
};

const caption = (
  { historyId, callDate, operator, location, evidence }: CallRecording,
  { t, moment }: Pick<RenderTools<unknown>, 't' | 'moment'>,
): Html => {
  const title = t('listen-title', { id: historyId, at: moment(callDate), operator: operator ?? 'none' });
  if (location === null) return lines(title, t('listen-no-recording'));
  const places = placesOf(evidence);
  return lines(
    title,
    places.length > 0 ? t('listen-places') : null,
    places.map(({ t: at, rule }) => t('listen-place', { at: callTime(at), rule: ruleWords(rule, t) })),
  );
};

/**
 * The recording with the times worth hearing; without one, why there is none.
 * @param heard the button that marks it as listened to; not drawn where there is nothing to listen to
 */
export const recordingDrawing = (
  recording: CallRecording,
  tools: Pick<RenderTools<unknown>, 't' | 'moment'>,
  heard: Button,
): Drawing => {
  const { historyId, location, revision } = recording;
  return {
    text: caption(recording, tools),
    rows: [
      [transcriptPlace.link(tools.t('button-transcript'), { historyId, page: 0 })],
      ...(location === null ? [] : [[heard]]),
    ],
    ...(location !== null && { attachment: { kind: 'audio', historyId, revision, location } as const }),
  };
};

/** «🎧 Прослушать» of a call. */
export const listen = defineScreen({
  ...listenPlace,
  load: async ({ db, person }, { historyId }) =>
    (await mayReadCall(db, person, historyId)) ? findRecording(db, historyId) : null,
  render: (recording, tools) => {
    const { historyId } = recording;
    return recordingDrawing(recording, tools, markListened.button(tools.t('button-listened'), { historyId }));
  },
});
