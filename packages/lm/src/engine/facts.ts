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

/** Joined names by state and name: there are few, and a joined string is found by its letters each time it is made anew. */
const joined = new Map<string, Map<string, string>>();

const joinNames = (state: string, name: string): string => {
  const known = joined.get(state)?.get(name);
  if (known !== undefined) return known;
  const names = joined.get(state) ?? new Map<string, string>();
  names.set(name, `${state}_${name}`);
  joined.set(state, names);
  return `${state}_${name}`;
};

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
      if (when !== undefined && when !== false) add(joinNames(state, name), when);
    },
  };
};
