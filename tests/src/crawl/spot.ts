import type { ChatMessage } from '@perezvon/telegram-simulator';
import { idOf, keysOf, screenOf } from './read-screen.js';
import type { Step } from './walker.js';

/** A screen to press the buttons of. */
export interface Spot {
  message: ChatMessage;
  /** Its id; null: it does not say. */
  screen: string | null;
  /** The data that opened it; null: an action or words led here. */
  data: string | null;
  /** From where, and how; null: the menu, or a message that came by itself. */
  from: { spot: Spot; step: Step } | null;
  /** Of the menu: 0. */
  depth: number;
  /** The button that led there was taken away by an action. */
  isGone: boolean;
}

/**
 * The step as it can be taken on a message; null: not at all. What a button carries may change with the minute (a
 * review's beginning), its words do not.
 */
export const stepOn = (message: ChatMessage, step: Step): Step | null => {
  if (step.kind === 'type') return step;
  const { label, data } = step.key;
  const keys = keysOf(message);
  const key =
    keys.find((one) => one.data === data) ??
    keys.find((one) => one.label === label && idOf(one.data) === idOf(data));
  return key ? { kind: 'tap', key } : null;
};

export const holds = (message: ChatMessage, step: Step): boolean => stepOn(message, step) !== null;

/** Without what changes by the minute. */
export const nameOfStep = (step: Step): string =>
  step.kind === 'type' ? step.words : `${idOf(step.key.data)} ${step.key.label}`;

/** Whether what is shown is the spot, as far as the next step goes. */
export const isAt = (shown: ChatMessage, { screen }: Spot, step: Step): boolean =>
  screenOf(shown) === screen && holds(shown, step);

/** The spots from the menu to this one. */
export const wayTo = (spot: Spot): Spot[] => (spot.from ? [...wayTo(spot.from.spot), spot] : [spot]);
export const stepsTo = (spot: Spot): Step[] => wayTo(spot).flatMap(({ from }) => (from ? [from.step] : []));

/** What «Назад» leads to: another tab of the same screen is no place of its own. */
export const behind = ({ from, screen }: Spot): Spot | null => {
  if (!from) return null;
  return screen !== null && from.spot.screen === screen ? behind(from.spot) : from.spot;
};
