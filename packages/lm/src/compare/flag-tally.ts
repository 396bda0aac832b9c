import type { RuledOut } from '@perezvon/contracts';
import { agreementOf, type Agreement } from './agreement.js';
import { quoteFor, readFlag, setAsideFor, type ComparedFlag } from './flags.js';
import type { ScorePair } from './comparison.js';

/** One call whose flag changed, with the words that raise it in one of the two scores. */
export interface ChangeExample {
  readonly historyId: number;
  /** Literal words of the call; null where none stand for the flag. */
  readonly quote: string | null;
  /** Index of the turn in the transcript; null without a quote. */
  readonly turn: number | null;
  /** The rule behind the quote; null without a quote. */
  readonly rule: string | null;
  /** Of a lost flag: why the new rules set the words aside; null when they only weigh less. */
  readonly why: RuledOut['why'] | null;
  /** 0–100: the number behind the flag; null when there is none or it is not known. */
  readonly before: number | null;
  readonly after: number | null;
}

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
}

export const MAX_EXAMPLES = 10;

const sizeOf = ({ before, after }: ChangeExample): number => Math.abs((after ?? 0) - (before ?? 0));
const byImportance = (a: ChangeExample, b: ChangeExample): number =>
  sizeOf(b) - sizeOf(a) || b.historyId - a.historyId;

/** One side of the change: how many calls, the best examples so far, and the rules behind them. */
interface Side {
  readonly add: (example: ChangeExample) => void;
  readonly count: () => number;
  readonly examples: () => readonly ChangeExample[];
  readonly byRule: () => readonly RuleCount[];
}

const createSide = (): Side => {
  let count = 0;
  let best: ChangeExample[] = [];
  // Bounded by the number of rules.
  const rules = new Map<string, number>();
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
  };
};

/** Hits, false alarms and misses against the truth. */
interface Errors {
  readonly add: (raised: boolean, truth: boolean) => void;
  readonly result: () => Accuracy | null;
}

const createErrors = (): Errors => {
  let [hits, wrong, missed, calls] = [0, 0, 0, 0];
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
  };
};

const exampleOf = (flag: ComparedFlag, { before, after }: ScorePair, isGained: boolean): ChangeExample => {
  const quote = quoteFor(isGained ? after : before, flag);
  return {
    historyId: after.history_id,
    quote: quote?.quote ?? null,
    turn: quote?.turn ?? null,
    rule: quote?.rule ?? null,
    why: isGained ? null : (setAsideFor(after, flag, quote)?.why ?? null),
    before: readFlag(before, flag).value,
    after: readFlag(after, flag).value,
  };
};

/** Follows one flag over pairs of scores; memory does not grow with their number. */
export const createFlagTally = (flag: ComparedFlag): FlagTally => {
  const gained = createSide();
  const lost = createSide();
  const errorsBefore = createErrors();
  const errorsAfter = createErrors();
  let [both, neither] = [0, 0];

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
  return { add, result };
};
