import { idOf } from './codec.js';
import type { Address } from './define-place.js';

/**
 * The way from the menu to the screen that a message shows (last). It is kept for each message, so that «Назад»
 * leads where the person came from, however deep, after a restart and on a second device.
 */
export type Trail = readonly Address[];

/** Deeper ways lose their middle: nobody taps «Назад» ten times. */
const MAX_DEPTH = 10;

/** The trail after a link: a screen on the way is gone back to; another page of the same screen takes its place. */
export const followLink = (trail: Trail, target: Address): Trail => {
  const known = trail.findIndex(({ data }) => data === target.data);
  if (known >= 0) return trail.slice(0, known + 1);
  const top = trail.at(-1);
  const kept = top && idOf(top.data) === idOf(target.data) ? trail.slice(0, -1) : trail;
  const [root] = kept;
  if (root && kept.length >= MAX_DEPTH) return [root, ...kept.slice(2 - MAX_DEPTH), target];
  return [...kept, target];
};

/** Tells the steps of a question from other screens, by the data that leads to them. */
type IsQuestion = (data: string) => boolean;

/** The trail without the steps of a question at its end: where the question was asked. */
const leaveQuestion = (trail: Trail, isQuestion: IsQuestion): Trail => {
  const asked = trail.findLastIndex(({ data }) => !isQuestion(data));
  return trail.slice(0, asked + 1);
};

/** The trail after a link; one that leads out of a question's steps (an answer, «Отмена») leaves them all behind. */
export const followLinkFrom = (trail: Trail, target: Address, isQuestion: IsQuestion): Trail =>
  followLink(isQuestion(target.data) ? trail : leaveQuestion(trail, isQuestion), target);

/**
 * The trail after an action that answers a question of several steps: back where it was asked, whichever screen that
 * was, in the view of it that shows what was done. Elsewhere, and when the way is forgotten, the action's own screen.
 */
export const followAnswer = (trail: Trail, target: Address, isQuestion: IsQuestion): Trail => {
  const asked = leaveQuestion(trail, isQuestion);
  const from = asked.at(-1);
  if (from === undefined || asked.length === 1 || asked.length === trail.length)
    return followAction(trail, target);
  return idOf(from.data) === idOf(target.data) ? followLink(asked, target) : asked;
};

/** The trail after an action: the screen that asked for it is behind, «Назад» does not lead into it again. */
export const followAction = (trail: Trail, target: Address): Trail =>
  trail.some(({ data }) => data === target.data)
    ? followLink(trail, target)
    : followLink(trail.slice(0, -1), target);

/** Back to a place on the way by its number from the root: tapped twice, it leads to the same place. */
export const goBack = (trail: Trail, place: number): Trail => trail.slice(0, Math.max(place, 0) + 1);

const BACK = '<';

/** `callback_data` of «Назад» to place `place` of the trail. */
export const packBack = (place: number): string => `${BACK}${place}`;

/** The place that «Назад» leads to; null: this is no «Назад». */
export const unpackBack = (data: string): number | null => {
  const digits = /^<(\d{1,2})$/.exec(data)?.[1];
  return digits === undefined ? null : Number(digits);
};
