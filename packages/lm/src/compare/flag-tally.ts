import type { Evidence, Turn } from '@perezvon/contracts';
import { agreementOf, type Agreement } from './agreement.js';
import { quoteFor, readFlag, setAsideFor, type ComparedFlag } from './flags.js';
import type { ScorePair } from './comparison.js';
import type { ChangeExample, ErrorsState, FlagState, SideState } from './state.js';

/** How a flag does where the truth is known; null where there is nothing to divide by. */
export interface Accuracy {
  /** Calls in which it is right to raise the flag. */
  readonly n: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

export interface FlagChange {
  readonly flag: ComparedFlag;
  /** Calls in which at least one of the scores knows the metric; unknown counts as not raised. */
  readonly n: number;
  readonly raisedBefore: number;
  readonly raisedAfter: number;
  readonly gained: number;
  readonly lost: number;
  readonly agreement: Agreement;
  /** At most ten: the largest changes of the number behind the flag, then the newest calls. */
  readonly gainedExamples: readonly ChangeExample[];
  readonly lostExamples: readonly ChangeExample[];
  /** Rules behind the flags gained and lost, the most frequent first. */
  readonly gainedByRule: readonly RuleCount[];
  readonly lostByRule: readonly RuleCount[];
  /** null where no call's truth is known. */
  readonly accuracyBefore: Accuracy | null;
  readonly accuracyAfter: Accuracy | null;
}

export interface RuleCount {
  readonly rule: string;
  readonly calls: number;
}

export interface FlagTally {
  readonly add: (pair: ScorePair) => void;
  readonly result: () => FlagChange;
  readonly state: () => FlagState;
}

const MAX_EXAMPLES = 10;

const sizeOf = ({ before, after }: ChangeExample): number => Math.abs((after ?? 0) - (before ?? 0));
const byImportance = (a: ChangeExample, b: ChangeExample): number =>
  sizeOf(b) - sizeOf(a) || b.historyId - a.historyId;

/** One side of the change: how many calls, the best examples so far, and the rules behind them. */
interface Side {
  readonly add: (example: ChangeExample) => void;
  readonly count: () => number;
  readonly examples: () => readonly ChangeExample[];
  readonly byRule: () => readonly RuleCount[];
  readonly state: () => SideState;
}

const createSide = (begun: SideState): Side => {
  let { count, examples: best } = begun;
  // Bounded by the number of rules.
  const rules = new Map<string, number>(begun.rules);
  return {
    add: (example) => {
      count += 1;
      best = [...best, example].toSorted(byImportance).slice(0, MAX_EXAMPLES);
      if (example.rule !== null) rules.set(example.rule, (rules.get(example.rule) ?? 0) + 1);
    },
    count: () => count,
    examples: () => best,
    byRule: () =>
      [...rules]
        .map(([rule, calls]) => ({ rule, calls }))
        .toSorted((a, b) => b.calls - a.calls || (a.rule < b.rule ? -1 : 1)),
    state: () => ({ count, examples: best, rules: [...rules] }),
  };
};

/** Hits, false alarms and misses against the truth. */
interface Errors {
  readonly add: (raised: boolean, truth: boolean) => void;
  readonly result: () => Accuracy | null;
  readonly state: () => ErrorsState;
}

const createErrors = (begun: ErrorsState): Errors => {
  let { hits, wrong, missed, calls } = begun;
  const share = (whole: number): number | null => (whole === 0 ? null : hits / whole);
  return {
    add: (raised, truth) => {
      calls += 1;
      if (raised && truth) hits += 1;
      else if (raised) wrong += 1;
      else if (truth) missed += 1;
    },
    result: () =>
      calls === 0 ? null : { n: hits + missed, precision: share(hits + wrong), recall: share(hits + missed) },
    state: () => ({ hits, wrong, missed, calls }),
  };
};

/** Where the quote stands in its turn; null when that is not to be seen. */
const placeOf = (quote: Evidence | undefined, turns: readonly Turn[] | null): ChangeExample['place'] => {
  if (quote === undefined || turns === null) return null;
  const start = turns[quote.turn]?.text.indexOf(quote.quote) ?? -1;
  return start < 0 ? null : { start, length: quote.quote.length };
};

const exampleOf = (
  flag: ComparedFlag,
  { before, after, turns = null }: ScorePair,
  isGained: boolean,
): ChangeExample => {
  const quote = quoteFor(isGained ? after : before, flag);
  return {
    historyId: after.history_id,
    quote: quote?.quote ?? null,
    turn: quote?.turn ?? null,
    place: placeOf(quote, turns),
    rule: quote?.rule ?? null,
    why: isGained ? null : (setAsideFor(after, flag, quote)?.why ?? null),
    before: readFlag(before, flag).value,
    after: readFlag(after, flag).value,
  };
};

const NO_CALLS: SideState = { count: 0, examples: [], rules: [] };
const NO_TRUTH: ErrorsState = { hits: 0, wrong: 0, missed: 0, calls: 0 };
const NOTHING: FlagState = {
  both: 0,
  neither: 0,
  gained: NO_CALLS,
  lost: NO_CALLS,
  before: NO_TRUTH,
  after: NO_TRUTH,
};

/**
 * Follows one flag over pairs of scores; memory does not grow with their number.
 * @param begun what was followed before
 */
export const createFlagTally = (flag: ComparedFlag, begun: FlagState = NOTHING): FlagTally => {
  const gained = createSide(begun.gained);
  const lost = createSide(begun.lost);
  const errorsBefore = createErrors(begun.before);
  const errorsAfter = createErrors(begun.after);
  let { both, neither } = begun;

  const add = (pair: ScorePair): void => {
    const before = readFlag(pair.before, flag).raised;
    const after = readFlag(pair.after, flag).raised;
    const truth = pair.truth?.[flag];
    if (truth !== undefined) {
      errorsBefore.add(before === true, truth);
      errorsAfter.add(after === true, truth);
    }
    if (before === null && after === null) return;
    if (before === true && after === true) both += 1;
    else if (after === true) gained.add(exampleOf(flag, pair, true));
    else if (before === true) lost.add(exampleOf(flag, pair, false));
    else neither += 1;
  };
  const result = (): FlagChange => ({
    flag,
    n: both + neither + gained.count() + lost.count(),
    raisedBefore: both + lost.count(),
    raisedAfter: both + gained.count(),
    gained: gained.count(),
    lost: lost.count(),
    agreement: agreementOf({ both, neither, onlyFirst: lost.count(), onlySecond: gained.count() }),
    gainedExamples: gained.examples(),
    lostExamples: lost.examples(),
    gainedByRule: gained.byRule(),
    lostByRule: lost.byRule(),
    accuracyBefore: errorsBefore.result(),
    accuracyAfter: errorsAfter.result(),
  });
  const state = (): FlagState => ({
    both,
    neither,
    gained: gained.state(),
    lost: lost.state(),
    before: errorsBefore.state(),
    after: errorsAfter.state(),
  });
  return { add, result, state };
};
