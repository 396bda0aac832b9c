import type { Hit } from './match.js';

/** One fact about the dialogue as a whole, for the fitted model; `hit` is the words that show it. */
export interface Fact {
  readonly name: string;
  readonly hit: Hit | undefined;
}

/** Collects facts: `true` for a fact about the whole call, a hit for one that words show, nothing otherwise. */
export interface FactSheet {
  readonly add: (name: string, when: Hit | boolean | undefined) => void;
  /** The same for a fact told apart by the state of the call: `state_name`. Joined only when it is one. */
  readonly addIn: (state: string, name: string, when: Hit | boolean | undefined) => void;
  readonly facts: readonly Fact[];
}

export const createFactSheet = (): FactSheet => {
  const facts: Fact[] = [];
  const add: FactSheet['add'] = (name, when) => {
    if (when === true) facts.push({ name, hit: undefined });
    else if (when !== undefined && when !== false) facts.push({ name, hit: when });
  };
  return {
    facts,
    add,
    addIn: (state, name, when) => {
      if (when !== undefined && when !== false) add(`${state}_${name}`, when);
    },
  };
};
