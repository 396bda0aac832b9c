import type { LabelledCall } from './labelled.js';

/** How calls are set aside in turns: each is judged by what was fitted on the other folds. */
export interface Folds {
  readonly count: number;
  /** 0 … count − 1 */
  readonly of: (id: number) => number;
}

/** A fixed, even spread that does not follow the order of the file. */
const SPREAD = 2654435761;
export const foldOf = (id: number, folds: number): number =>
  Math.floor((((id * SPREAD) % 2 ** 32) / 2 ** 32) * folds);

export const spreadFolds = (count: number): Folds => ({ count, of: (id) => foldOf(id, count) });

/**
 * One group of calls a fold. With a file for each author it tells how the engine does on the calls of an author it has
 * not seen, which is what it meets in a clinic; a spread over all files tells something better.
 */
export const groupFolds = (groups: readonly (readonly LabelledCall[])[]): Folds => {
  const known = new Map(groups.flatMap((calls, fold) => calls.map(({ history_id: id }) => [id, fold])));
  return { count: groups.length, of: (id) => known.get(id) ?? 0 };
};

/** Fewer groups than this would leave too little to fit on. */
const MIN_GROUPS = 3;
const SPREAD_FOLDS = 5;

/** A fold a group where there are enough of them, otherwise an even spread. */
export const foldsFor = (groups: readonly (readonly LabelledCall[])[]): Folds =>
  groups.length >= MIN_GROUPS ? groupFolds(groups) : spreadFolds(SPREAD_FOLDS);
