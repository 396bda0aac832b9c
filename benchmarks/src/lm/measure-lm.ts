import type { CallRecord } from '@perezvon/contracts';
import { loadRuleset, scoreCall, type Ruleset } from '@perezvon/lm';
import { countMatches, phrasesAsPattern, plainTexts, type Alternation } from './alternation.js';
import { costOf, NO_COST, share, sum, type Cost } from './cost.js';
import { larger, memoryKept, memoryNow, type Memory } from './memory.js';
import { linesOf, type CallFile } from './read-calls.js';
import { largerRuleset } from './larger-ruleset.js';

const TIMEZONE = 'Europe/Moscow';
/** Calls before the clock starts: until then the compiler is still at work. */
const WARM_UP = 5_000;
/** The alternation is slower by far: so long is it given, and the rest follows from what it did. */
const ALTERNATION_S = 5;
const TENFOLD = 10;
/** Both sizes of the ruleset take turns, so that a busy machine hurts both alike. */
const TENFOLD_ROUNDS = 12;

/** Everything about one call, as the average over the file. */
export interface LmSpeed {
  readonly load: Cost;
  /** The first pass over the distinct calls: no word known, nothing compiled. */
  readonly cold: Cost;
  readonly warm: Cost;
  readonly parsing: Cost;
  readonly alternation: { readonly all: Cost; readonly bare: Cost };
  /** How many times the cost of the shipped rules ten times as many have, in processor time. */
  readonly tenfold: number;
  readonly memory: { readonly before: Memory; readonly most: Memory; readonly after: Memory };
}

const scoreAll = (calls: readonly CallRecord[], ruleset: Ruleset): void => {
  for (const call of calls) scoreCall(call, ruleset, { timezone: TIMEZONE });
};

const passesFor = (count: number, calls: readonly CallRecord[]): number =>
  Math.max(1, Math.ceil(count / calls.length));

const warmUp = (calls: readonly CallRecord[], count: number, rulesets: readonly Ruleset[]): void => {
  for (let pass = passesFor(Math.min(WARM_UP, count), calls); pass > 0; pass -= 1)
    for (const ruleset of rulesets) scoreAll(calls, ruleset);
};

const measureWarm = (
  calls: readonly CallRecord[],
  ruleset: Ruleset,
  count: number,
  onDone: (calls: number) => void,
): Pick<LmSpeed, 'warm' | 'memory'> => {
  warmUp(calls, count, [ruleset]);
  const before = memoryKept();
  let most = before;
  let cost = NO_COST;
  const passes = passesFor(count, calls);
  for (let pass = 1; pass <= passes; pass += 1) {
    cost = sum(
      cost,
      costOf(() => scoreAll(calls, ruleset)),
    );
    most = larger(most, memoryNow());
    onDone(Math.min(count, pass * calls.length));
  }
  return { warm: share(cost, passes * calls.length), memory: { before, most, after: memoryKept() } };
};

/** Reads the file from the disk anew for every pass. */
const measureParsing = ({ path, calls }: CallFile, count: number): Cost => {
  const passes = passesFor(count, calls);
  const cost = costOf(() => {
    for (let pass = 0; pass < passes; pass += 1) for (const line of linesOf(path)) JSON.parse(line);
  });
  return share(cost, passes * calls.length);
};

const measureAlternation = (calls: readonly CallRecord[], alternation: Alternation, count: number): Cost => {
  const texts = calls.map(plainTexts);
  let cost = NO_COST;
  let done = 0;
  while (cost.cpu < ALTERNATION_S && done < count) {
    const one = texts[done % texts.length] ?? [];
    cost = sum(
      cost,
      costOf(() => countMatches(alternation, one)),
    );
    done += 1;
  }
  return share(cost, done);
};

const measureTenfold = (calls: readonly CallRecord[], ruleset: Ruleset, count: number): number => {
  const tenfold = largerRuleset(calls, TENFOLD);
  warmUp(calls, count, [ruleset, tenfold]);
  let [one, ten] = [Infinity, Infinity];
  for (let round = 0; round < TENFOLD_ROUNDS; round += 1) {
    one = Math.min(one, costOf(() => scoreAll(calls, ruleset)).cpu);
    ten = Math.min(ten, costOf(() => scoreAll(calls, tenfold)).cpu);
  }
  return ten / one;
};

/**
 * The scoring engine alone in one thread: how fast, against what, with how much memory.
 * @param count scored calls of the warm measurement: the file is repeated until there are so many
 */
export const measureLm = (file: CallFile, count: number, onDone: (calls: number) => void): LmSpeed => {
  const { calls } = file;
  let ruleset: Ruleset | undefined;
  const load = costOf(() => (ruleset = loadRuleset()));
  if (ruleset === undefined) throw new Error('the ruleset was not loaded');
  const rules = ruleset;
  const cold = share(
    costOf(() => scoreAll(calls, rules)),
    calls.length,
  );
  const warm = measureWarm(calls, rules, count, onDone);
  return {
    load,
    cold,
    ...warm,
    parsing: measureParsing(file, count),
    alternation: {
      all: measureAlternation(calls, phrasesAsPattern({ onlyBare: false }), count),
      bare: measureAlternation(calls, phrasesAsPattern({ onlyBare: true }), count),
    },
    tenfold: measureTenfold(calls, rules, count),
  };
};
