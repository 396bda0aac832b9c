import { FOLLOWUP_REASONS } from '@perezvon/contracts';
import {
  DIALOGUE_OUTCOMES,
  YES_NO_TARGETS,
  type AnswersTogether,
  type DialogueOutcome,
  type YesNoTarget,
} from './model-file.js';

type Row = Float64Array;

/** How much each label's own vote counts in the joint decision; chosen by leaving one author's calls out at a time. */
const VOTE: Readonly<Record<YesNoTarget, number>> = {
  target: 0.9,
  complaint: 0.6,
  irritation: 0.3,
  followup: 0.9,
  lost: 0.6,
  churn_high: 0.6,
  churn_medium: 0.4,
  cross_sell: 0,
};
/** How much it counts that a set of answers is common; it is counted in part already, as each vote knows its own share. */
const COMMONNESS = 0.5;
export const OUTCOME_VOTE = 1.2;
export const REASON_VOTE = 0.5;
/** What the outcome says of a further need, which no set of answers names. */
const LEAN = 0.4;
/** Calls' worth of the general share that every outcome's share is mixed with. */
const PRIOR_CALLS = 3;
const SHARE_EDGE = 0.01;

/** The sets of answers that labelled calls have, ready for the joint decision. */
export interface Together {
  /** Place in `DIALOGUE_OUTCOMES`, for each set. */
  readonly outcome: Int32Array;
  /** Place in `FOLLOWUP_REASONS`, −1 without a follow-up. */
  readonly reason: Int32Array;
  /** For each set and label 1 or 0, the labels of one set side by side, in the order of `YES_NO_TARGETS`. */
  readonly answers: Uint8Array;
  readonly commonness: Row;
  /** In the order of `YES_NO_TARGETS`. */
  readonly votes: Row;
  /** Log shares in all calls: what a vote says is measured against them. */
  readonly outcomeShares: Row;
  readonly reasonShares: Row;
  readonly yesShares: Row;
  readonly noShares: Row;
  /** How much likelier a further need is, or is not, after each outcome than after any. */
  readonly crossYes: Row;
  readonly crossNo: Row;
}

const saysYes: Readonly<Record<YesNoTarget, (set: AnswersTogether) => boolean>> = {
  target: ({ target }) => target,
  complaint: ({ complaint }) => complaint === 'high',
  irritation: ({ complaint }) => complaint !== 'none',
  followup: ({ followup }) => followup !== null,
  lost: ({ lost }) => lost,
  churn_high: ({ churn }) => churn === 'high',
  churn_medium: ({ churn }) => churn !== 'low',
  cross_sell: () => false,
};

const sumOf = (
  sets: readonly AnswersTogether[],
  counts: (set: AnswersTogether) => boolean = () => true,
): number => sets.reduce((sum, set) => (counts(set) ? sum + set.calls : sum), 0);

const shareIn = (part: number, whole: number): number =>
  Math.min(1 - SHARE_EDGE, Math.max(SHARE_EDGE, whole === 0 ? 0 : part / whole));

const crossLeanings = (sets: readonly AnswersTogether[]): Pick<Together, 'crossYes' | 'crossNo'> => {
  const crossIn = (some: readonly AnswersTogether[], prior: number): number => {
    const yes = some.reduce((sum, { cross_sell: calls }) => sum + calls, 0);
    return shareIn(yes + PRIOR_CALLS * prior, sumOf(some) + PRIOR_CALLS);
  };
  const base = crossIn(sets, 0.5);
  const shareOf = (outcome: DialogueOutcome): number =>
    crossIn(
      sets.filter((set) => set.outcome === outcome),
      base,
    );
  return {
    crossYes: Float64Array.from(DIALOGUE_OUTCOMES, (one) => (shareOf(one) / base) ** LEAN),
    crossNo: Float64Array.from(DIALOGUE_OUTCOMES, (one) => ((1 - shareOf(one)) / (1 - base)) ** LEAN),
  };
};

/** Makes the sets of the model file ready; without any, every answer is decided alone. */
export const compileTogether = (sets: readonly AnswersTogether[]): Together => {
  const all = sumOf(sets);
  const followed = sumOf(sets, ({ followup }) => followup !== null);
  const yes = YES_NO_TARGETS.map((target) => shareIn(sumOf(sets, saysYes[target]), all));
  return {
    outcome: Int32Array.from(sets, ({ outcome }) => DIALOGUE_OUTCOMES.indexOf(outcome)),
    reason: Int32Array.from(sets, ({ followup }) =>
      followup === null ? -1 : FOLLOWUP_REASONS.indexOf(followup),
    ),
    answers: Uint8Array.from(
      sets.flatMap((set) => YES_NO_TARGETS.map((target) => (saysYes[target](set) ? 1 : 0))),
    ),
    commonness: Float64Array.from(sets, ({ calls }) => COMMONNESS * Math.log(calls)),
    votes: Float64Array.from(YES_NO_TARGETS, (target) => VOTE[target]),
    outcomeShares: Float64Array.from(DIALOGUE_OUTCOMES, (outcome) =>
      Math.log(
        shareIn(
          sumOf(sets, (set) => set.outcome === outcome),
          all,
        ),
      ),
    ),
    reasonShares: Float64Array.from(FOLLOWUP_REASONS, (reason) =>
      Math.log(
        shareIn(
          sumOf(sets, ({ followup }) => followup === reason),
          followed,
        ),
      ),
    ),
    yesShares: Float64Array.from(yes, Math.log),
    noShares: Float64Array.from(yes, (share) => Math.log(1 - share)),
    ...crossLeanings(sets),
  };
};
