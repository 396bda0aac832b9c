import { JUDGED_METRICS, type JudgedMetric } from '@perezvon/contracts';
import { agreementOf, type Agreement, type YesNoTable } from '../compare/agreement.js';

/** Under so many pairs κ and AC1 jump with every answer: nothing is to be concluded from them. */
export const ENOUGH_PAIRS = 30;

/** An answered blind review. */
export interface SecondOpinion {
  readonly metric: JudgedMetric;
  /** The second reader: does the metric hold? */
  readonly answer: boolean;
  /** The first person's word when the call was drawn; null: nobody had said anything. */
  readonly firstAnswer: boolean | null;
  readonly wasRaised: boolean;
  /** Drawn from all calls, whoever had judged them: what the engine did with it is no selection. */
  readonly isRandom: boolean;
}

export interface MetricAgreement {
  /** null: all metrics together. */
  readonly metric: JudgedMetric | null;
  readonly agreement: Agreement;
}

export interface OpinionsSummary {
  /** Two people, the second blind. All metrics together first, then those with pairs. */
  readonly people: readonly MetricAgreement[];
  /** The engine and a blind reader, over the random half only. */
  readonly engine: readonly MetricAgreement[];
  /** Of the random half's questions that the reader answered with yes, those the engine had raised. */
  readonly recall: { readonly caught: number; readonly n: number };
}

interface Pair {
  metric: JudgedMetric;
  first: boolean;
  second: boolean;
}

const tableOf = (pairs: readonly Pair[]): YesNoTable => {
  const count = (first: boolean, second: boolean): number =>
    pairs.filter((pair) => pair.first === first && pair.second === second).length;
  return {
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
  };
};

const agreements = (pairs: readonly Pair[]): MetricAgreement[] =>
  pairs.length === 0
    ? []
    : [null, ...JUDGED_METRICS].flatMap((metric) => {
        const some = pairs.filter((pair) => metric === null || pair.metric === metric);
        return some.length === 0 ? [] : [{ metric, agreement: agreementOf(tableOf(some)) }];
      });

/** How well people agree with each other, and the engine with them. */
export const summariseOpinions = (opinions: readonly SecondOpinion[]): OpinionsSummary => {
  const random = opinions.filter(({ isRandom }) => isRandom);
  const held = random.filter(({ answer }) => answer);
  return {
    people: agreements(
      opinions.flatMap(({ metric, firstAnswer, answer }) =>
        firstAnswer === null ? [] : [{ metric, first: firstAnswer, second: answer }],
      ),
    ),
    engine: agreements(
      random.map(({ metric, wasRaised, answer }) => ({ metric, first: wasRaised, second: answer })),
    ),
    recall: { caught: held.filter(({ wasRaised }) => wasRaised).length, n: held.length },
  };
};
