import type { Analysis } from '../engine/analyse.js';
import type { Hit } from '../engine/match.js';
import type { ReadTurn } from '../engine/prepare.js';
import { readDeadline, type Deadline } from '../time/deadline.js';
import type { Clock } from '../time/moment.js';

/** Speech without punctuation is one endless sentence: words farther away are about something else. */
const WORDS_AROUND = 9;
/** What one breath holds. */
const LONG_SENTENCE = 25;
/** A short answer is about the call that was spoken of; a long one may be about anything. */
const SHORT_TURN = 12;
/** «Угу», «хорошо»: the operator goes on with his own sentence. */
const BACKCHANNEL = 2;
/** Words by which a longer turn of the client shows that it is about the call. */
const ABOUT_CALL = /^(?:жд[уе]|звон|позвон|перезвон|набер|набр|связ|лучше|только)/u;

const wordsOf = ({ words }: ReadTurn, from = 0, to = words.length): string[] =>
  words.slice(from, to).map(({ word }) => word);

/** Words that belong to the time after them. */
const LEADING = /^(?:до|к|после|в|во|с|на|через|течение|течении|завтра(?:шн\p{L}+)?|сегодня)$/u;

/** The words of one sentence around a phrase, up to so many on each side; a time is not cut in two. */
const wordsAround = ({ turn, from, to }: Hit, reach: number): string[] => {
  const sentence = turn.sentences[from];
  const isWithin = (at: number): boolean => turn.sentences[at] === sentence;
  let first = from;
  let last = to;
  while (first > 0 && from - first < reach && isWithin(first - 1)) first -= 1;
  while (first > 0 && isWithin(first - 1) && LEADING.test(turn.words[first - 1]?.word ?? '')) first -= 1;
  while (last - to < reach && isWithin(last + 1)) last += 1;
  return wordsOf(turn, first, last + 1);
};

/** The moment that the sentence of the promise itself names: close to its words, else anywhere in it. */
export const deadlineInSentence = (hit: Hit, clock: Clock): Deadline | undefined =>
  readDeadline(wordsAround(hit, WORDS_AROUND), clock) ?? readDeadline(wordsAround(hit, LONG_SENTENCE), clock);

const isAboutCall = (turn: ReadTurn): boolean => turn.words.some(({ word }) => ABOUT_CALL.test(word));

/** What the client says of it: any moment in a short answer, one beside words about the call in a long one. */
const deadlineOfClient = (turn: ReadTurn | undefined, clock: Clock): Deadline | undefined => {
  if (turn?.speaker !== 'client') return undefined;
  if (turn.words.length <= SHORT_TURN) return readDeadline(wordsOf(turn), clock);
  for (let at = turn.words.length - 1; at >= 0; at -= 1) {
    if (!ABOUT_CALL.test(turn.words[at]?.word ?? '')) continue;
    const near = readDeadline(wordsOf(turn, Math.max(0, at - WORDS_AROUND), at + WORDS_AROUND), clock);
    if (near !== undefined) return near;
  }
  return undefined;
};

/** The answer to «когда вам перезвонить?». */
export const deadlineInAnswer = (
  { read: { dialogue } }: Analysis,
  { turn }: Hit,
  clock: Clock,
): Deadline | undefined => deadlineOfClient(dialogue[turn.order + 1], clock);

/** The moment that was said before the promise, or right after it. */
export const deadlineBeside = (
  { read: { dialogue } }: Analysis,
  { turn }: Hit,
  clock: Clock,
): Deadline | undefined => {
  const before = dialogue[turn.order - 1];
  const earlier = dialogue[turn.order - 2];
  const goesOn = earlier?.speaker === 'operator' && (before?.words.length ?? 0) <= BACKCHANNEL;
  const after = dialogue[turn.order + 1];
  return (
    deadlineOfClient(before, clock) ??
    (goesOn ? readDeadline(wordsOf(earlier), clock) : undefined) ??
    (after !== undefined && isAboutCall(after) ? deadlineOfClient(after, clock) : undefined)
  );
};
