import { idOf } from './codec.js';
import type { ActionEntry, PreparedAction } from './define-action.js';
import type { OpenScreen, ScreenEntry } from './define-screen.js';

/** What a button leads to. */
export type Target = { kind: 'screen'; screen: OpenScreen } | { kind: 'action'; action: PreparedAction };

export interface ScreenIndex {
  readonly screens: readonly ScreenEntry[];
  readonly actions: readonly ActionEntry[];
  /** null: no such screen, or its params have changed since the button was made. */
  find(data: string): Target | null;
  findScreen(data: string): OpenScreen | null;
  /** Whether a button leads to a step on the way to an answer. */
  isQuestion: (data: string) => boolean;
}

/** Finds screens and actions by the data of a button. @throws when two share an id */
export const indexScreens = (
  screens: readonly ScreenEntry[],
  actions: readonly ActionEntry[],
): ScreenIndex => {
  const screenById = new Map(screens.map((screen) => [screen.id, screen]));
  const actionById = new Map(actions.map((action) => [action.id, action]));
  const ids = [...screens, ...actions].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`two screens or actions have the id ${twice}`);

  const findScreen = (data: string) => screenById.get(idOf(data))?.open(data) ?? null;
  return {
    screens,
    actions,
    findScreen,
    isQuestion: (data) => screenById.get(idOf(data))?.isQuestion ?? false,
    find: (data) => {
      const screen = findScreen(data);
      if (screen) return { kind: 'screen', screen };
      const action = actionById.get(idOf(data))?.prepare(data);
      return action ? { kind: 'action', action } : null;
    },
  };
};
