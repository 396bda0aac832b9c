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

/** One word a person, the latest. */
const latestWords = (group: readonly Vote[]): Vote[] => [
  ...new Map(
    group.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((vote) => [vote.userId, vote]),
  ).values(),
];

const verdictOf = (words: readonly Vote[]): DecidedCall['verdict'] => {
  const yes = words.filter(({ says }) => says).length;
  const no = words.length - yes;
  if (yes === no) return 'disputed';
  return yes > no ? 'yes' : 'no';
};

/**
 * One vote a call: several people who judged it count once, by their majority; as many yes as no is disputed. Otherwise
 * the calls that everybody looks at would outvote the rest.
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
      return [{ historyId, metric, wasRaised, verdict: verdictOf(words), rules, isRandom }];
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
    const verdict = verdictOf(latestWords(group));
    if (first === undefined || verdict === 'disputed') continue;
    const { historyId, metric } = first;
    truths.set(historyId, { ...truths.get(historyId), [metric]: verdict === 'yes' });
  }
  return truths;
};
