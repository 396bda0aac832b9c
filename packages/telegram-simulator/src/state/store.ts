import { createSignal } from '../signal.js';
import type { Change } from './changes.js';
import type { Journal } from './journal.js';
import { applyChange, snapshotOf, type State } from './state.js';

/** The only way to change the state: kept first, then true, then told. */
export interface Store {
  readonly state: State;
  /** The changes are kept together or not at all; when this returns they survive the process. */
  commit(...changes: Change[]): void;
  /** @returns stops listening */
  subscribe(listener: (changes: readonly Change[]) => void): () => void;
}

export const createStore = (initial: State, journal: Journal): Store => {
  const committed = createSignal<readonly Change[]>();
  for (const batch of journal.past) for (const change of batch) applyChange(initial, change);

  return {
    state: initial,
    commit: (...changes) => {
      journal.append(changes);
      for (const change of changes) applyChange(initial, change);
      journal.compactWhenLong(() => snapshotOf(initial));
      committed.emit(changes);
    },
    subscribe: (listener) => committed.subscribe(listener),
  };
};
