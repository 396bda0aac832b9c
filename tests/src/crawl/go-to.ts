import { BACK, MENU, screenOf } from './read-screen.js';
import { behind, holds, isAt, stepOn, stepsTo, wayTo, type Spot } from './spot.js';
import { wayBack, type Step, type Walker } from './walker.js';

/** Where somebody stands, and the thumb that gets him elsewhere. */
export interface Position {
  walker: Walker;
  /** null: not known. */
  at: Spot | null;
}

/** Takes «Назад» until the way to `spot` branches off. @returns the last spot that both ways share; null: none is known */
const backToBranch = async (position: Position, spot: Spot): Promise<Spot | null> => {
  const way = new Set(wayTo(spot));
  while (position.at && !way.has(position.at)) {
    const back = wayBack(position.walker.shown(), BACK);
    const place = behind(position.at);
    if (!back || !place) return null;
    await position.walker.take(back, stepsTo(position.at));
    position.at = screenOf(position.walker.shown()) === place.screen ? place : null;
  }
  return position.at;
};

/** From a spot on the way to another one. @returns whether the way is still there */
const goAlong = async (position: Position, way: readonly Spot[]): Promise<boolean> => {
  for (const spot of way) {
    const step = spot.from && stepOn(position.walker.shown(), spot.from.step);
    if (!spot.from || !step) {
      spot.isGone = true;
      return false;
    }
    await position.walker.take(step, stepsTo(spot.from.spot));
    position.at = spot;
  }
  return true;
};

const goToMenu = async ({ walker }: Position): Promise<void> => {
  const menu = wayBack(walker.shown(), MENU);
  if (menu) await walker.take(menu, []);
  else await walker.openMenu();
};

/**
 * Goes to where `step` can be taken: by «Назад» as far as needed, else from the menu.
 * @returns false when it is gone: an action has taken it away
 */
export const goTo = async (position: Position, spot: Spot, step: Step): Promise<boolean> => {
  const { walker } = position;
  if (isAt(walker.shown(), spot, step)) return true;
  const branch = await backToBranch(position, spot);
  const way = wayTo(spot);
  if (
    branch &&
    (await goAlong(position, way.slice(way.indexOf(branch) + 1))) &&
    isAt(walker.shown(), spot, step)
  )
    return true;
  await goToMenu(position);
  const isThere = await goAlong(position, way.slice(1));
  position.at = isThere && screenOf(walker.shown()) === spot.screen ? spot : null;
  if (position.at) spot.message = walker.shown();
  return position.at !== null && holds(spot.message, step);
};
