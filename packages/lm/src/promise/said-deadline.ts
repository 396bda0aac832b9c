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
/** Words by which a turn shows that it is about the call to come; «звонила», «связались» tell of another one. */
const ABOUT_CALL = /^(?:жд[уе]|(?:по|пере)?звон(?!ил|ивал)|набер|набр(?!ал)|связ(?!ал)|лучше|только)/u;
/** «Во сколько вам удобно?» */
const CONVENIENT = /^удобн/u;
/** Words with which the client names another time than the one that was offered. */
const INSTEAD: ReadonlySet<string> = new Set(['давайте', 'лучше']);

const wordsOf = ({ words }: ReadTurn, from = 0, to = words.length): string[] =>
  words.slice(from, to).map(({ word }) => word);

/** Words that belong to the time after them. */
const LEADING = /^(?:до|к|после|в|во|с|на|через|течение|течении|завтра(?:шн\p{L}+)?|сегодня)$/u;

const DIGITS = /^\d{1,2}$/u;

/** «15.30» is a time: the point in it ends no sentence. */
const isTimePoint = ({ text, words, starts, ends }: ReadTurn, at: number): boolean =>
  text.slice(ends[at], starts[at + 1]) === '.' &&
  [at, at + 1].every((place) => DIGITS.test(words[place]?.word ?? ''));

/** Whether the word at `at` and the next one belong to one sentence. */
const goOn = (turn: ReadTurn, at: number): boolean =>
  at >= 0 &&
  at + 1 < turn.words.length &&
  (turn.sentences[at] === turn.sentences[at + 1] || isTimePoint(turn, at));

/** The words of one sentence around a phrase, up to so many on each side; a time is not cut in two. */
const wordsAround = ({ turn, from, to }: Hit, reach: number): string[] => {
  let first = from;
  let last = to;
  while (from - first < reach && goOn(turn, first - 1)) first -= 1;
  while (goOn(turn, first - 1) && LEADING.test(turn.words[first - 1]?.word ?? '')) first -= 1;
  while (last - to < reach && goOn(turn, last)) last += 1;
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

const asksForTime = (turn: ReadTurn): boolean =>
  turn.speaker === 'operator' && (isAboutCall(turn) || turn.words.some(({ word }) => CONVENIENT.test(word)));

/** What the client says before the promise: of the call by himself, or because he was asked. */
const deadlineBefore = (
  turn: ReadTurn | undefined,
  question: ReadTurn | undefined,
  clock: Clock,
): Deadline | undefined => {
  if (turn === undefined) return undefined;
  const isAbout = isAboutCall(turn) || (question !== undefined && asksForTime(question));
  return isAbout ? deadlineOfClient(turn, clock) : undefined;
};

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
    deadlineBefore(before, earlier, clock) ??
    (goesOn ? readDeadline(wordsOf(earlier), clock) : undefined) ??
    (after !== undefined && isAboutCall(after) ? deadlineOfClient(after, clock) : undefined)
  );
};

/** «В два не могу, давайте в четыре»: what the client answers to the time that was offered. */
export const deadlineInstead = (
  { read: { dialogue } }: Analysis,
  { turn }: Hit,
  clock: Clock,
): Deadline | undefined => {
  const answer = dialogue[turn.order + 1];
  if (answer?.speaker !== 'client' || answer.words.length > SHORT_TURN) return undefined;
  const at = answer.words.findLastIndex(({ word }) => INSTEAD.has(word));
  if (at < 0) return undefined;
  let last = at;
  while (goOn(answer, last)) last += 1;
  return readDeadline(wordsOf(answer, at, last + 1), clock);
};
