import type { JudgedMetric } from '@perezvon/contracts';

/** What one person says of one metric of one call, openly or as a blind second reader. */
export interface Vote {
  readonly historyId: number;
  readonly metric: JudgedMetric;
  readonly userId: number;
  /** The metric holds in this call. */
  readonly says: boolean;
  /** What the score said when this person was asked: raised is judged for precision, not raised for what was missed. */
  readonly wasRaised: boolean;
  /** Rules that had raised it; [] when nothing was raised, and for a blind reader, who sees none. */
  readonly rules: readonly string[];
  /** Said of a call that was drawn from all calls: nobody picked it. */
  readonly isRandom: boolean;
  /** Said as the judge of a dispute, with the evidence and the objection before him: it settles what others said. */
  readonly isDecision: boolean;
  /** When it was said: of two words of one person the later counts. */
  readonly at: Date;
}

/** What the people together say of one metric of one call. */
export interface DecidedCall {
  readonly historyId: number;
  readonly metric: JudgedMetric;
  readonly wasRaised: boolean;
  /** `disputed`: as many yes as no; it counts for nothing. */
  readonly verdict: 'yes' | 'no' | 'disputed';
  readonly rules: readonly string[];
  /** Drawn from all calls, also if somebody picked it too. */
  readonly isRandom: boolean;
}

const groupsOf = (votes: readonly Vote[], keyOf: (vote: Vote) => string): Vote[][] => {
  const groups = new Map<string, Vote[]>();
  for (const vote of votes) {
    const key = keyOf(vote);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [vote]);
    else group.push(vote);
  }
  return [...groups.values()];
};

const inOrder = (group: readonly Vote[]): Vote[] => group.toSorted((a, b) => a.at.getTime() - b.at.getTime());

/** One word a person, the latest. */
const latestWords = (group: readonly Vote[]): Vote[] => [
  ...new Map(inOrder(group).map((vote) => [vote.userId, vote])).values(),
];

/** The last decision of a dispute alone, or everybody's word where nothing was decided. */
const countedWords = (group: readonly Vote[]): Vote[] => {
  const decision = inOrder(group).findLast(({ isDecision }) => isDecision);
  return decision === undefined ? latestWords(group) : [decision];
};

const verdictOf = (group: readonly Vote[]): DecidedCall['verdict'] => {
  const words = countedWords(group);
  const yes = words.filter(({ says }) => says).length;
  const no = words.length - yes;
  if (yes === no) return 'disputed';
  return yes > no ? 'yes' : 'no';
};

/**
 * One vote a call: several people who judged it count once, by their majority; as many yes as no is disputed. The
 * outcome of a dispute settles it, whatever others said. Otherwise the calls that everybody looks at would outvote the rest.
 */
export const decideCalls = (votes: readonly Vote[]): DecidedCall[] =>
  groupsOf(votes, ({ historyId, metric, wasRaised }) => `${historyId} ${metric} ${wasRaised}`).flatMap(
    (group) => {
      const words = latestWords(group);
      const [first] = words;
      if (first === undefined) return [];
      const { historyId, metric, wasRaised } = first;
      const rules = [...new Set(words.flatMap((word) => word.rules))];
      const isRandom = group.some((one) => one.isRandom);
      return [{ historyId, metric, wasRaised, verdict: verdictOf(group), rules, isRandom }];
    },
  );

/**
 * What is right of each call in people's eyes, whatever a score said when they were asked: by the same majority.
 * @returns by history_id; what is disputed, or was asked of nobody, is left out
 */
export const decideTruths = (votes: readonly Vote[]): Map<number, Partial<Record<JudgedMetric, boolean>>> => {
  const truths = new Map<number, Partial<Record<JudgedMetric, boolean>>>();
  for (const group of groupsOf(votes, ({ historyId, metric }) => `${historyId} ${metric}`)) {
    const [first] = group;
    const verdict = verdictOf(group);
    if (first === undefined || verdict === 'disputed') continue;
    const { historyId, metric } = first;
    truths.set(historyId, { ...truths.get(historyId), [metric]: verdict === 'yes' });
  }
  return truths;
};
