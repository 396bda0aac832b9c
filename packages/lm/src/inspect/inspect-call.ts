import type { CallRecord, CallScore } from '@perezvon/contracts';
import { COMPARED_FLAGS, readFlag, type ComparedFlag, type FlagReading } from '../compare/flags.js';
import { analyse, judge } from '../engine/analyse.js';
import { decide, thresholdOf } from '../engine/decide.js';
import type { YesNoTarget } from '../model/model-file.js';
import { inProfile, type Ruleset } from '../rules/ruleset.js';
import { scoreCall, type ScoreOptions } from '../score/score-call.js';
import { contributionsTo, type Contribution } from './contributions.js';
import { withoutSentences, type Sentence } from './sentences.js';

/** The fewest of the heaviest sentences without which a flag would be the other way. */
export interface TurningPoint {
  readonly without: readonly Sentence[];
  /** The flag of the call scored again without them. */
  readonly reading: FlagReading;
  /** false: even without all of them it stays as it is. */
  readonly turns: boolean;
}

/** What the model makes of one flag. */
export interface ModelView {
  /** 0–1, calibrated. */
  readonly probability: number;
  /** 0–1: from this probability on the flag is raised. */
  readonly threshold: number;
  /** What each sentence adds, the heaviest first. */
  readonly contributions: readonly Contribution[];
  /** undefined when no sentence speaks for what is. */
  readonly turningPoint: TurningPoint | undefined;
}

/** Why one flag is raised, or is not. */
export interface FlagInspection {
  readonly flag: ComparedFlag;
  readonly reading: FlagReading;
  /** null when no model decides it, or nothing is known. */
  readonly model: ModelView | null;
}

/** A call's score with everything that explains it. */
export interface Inspection {
  readonly score: CallScore;
  /** [] for what is no dialogue. */
  readonly flags: readonly FlagInspection[];
}

const QUESTION: Readonly<Partial<Record<ComparedFlag, YesNoTarget>>> = {
  is_target: 'target',
  complaint_risk_flag: 'complaint',
  followup_needed_flag: 'followup',
  lost_opportunity_score: 'lost',
  churn_risk_level: 'churn_high',
  cross_sell_potential: 'cross_sell',
};

/** What more sentences would have to be taken out for is no longer a matter of words. */
const MAX_TAKEN_OUT = 5;

const findTurningPoint = (
  reading: FlagReading,
  contributions: readonly Contribution[],
  readWithout: (sentences: readonly Sentence[]) => FlagReading,
): TurningPoint | undefined => {
  const isRaised = reading.raised === true;
  const holding = contributions
    .filter(({ weight }) => weight > 0 === isRaised)
    .flatMap(({ sentence }) => sentence ?? [])
    .slice(0, MAX_TAKEN_OUT);
  let last: TurningPoint | undefined;
  for (let count = 1; count <= holding.length; count += 1) {
    const without = holding.slice(0, count);
    const other = readWithout(without);
    last = { without, reading: other, turns: (other.raised === true) !== isRaised };
    if (last.turns) return last;
  }
  return last;
};

/**
 * Scores one call and says why: what each sentence adds to every flag, and what would change it, found by taking the
 * heaviest sentences out and scoring again. Pure; as slow as some thirty scores.
 */
export const inspectCall = (call: CallRecord, ruleset: Ruleset, options: ScoreOptions): Inspection => {
  const score = scoreCall(call, ruleset, options);
  if (!score.valid_dialogue) return { score, flags: [] };
  const own = inProfile(ruleset, score.calc_profile);
  const analysis = analyse(call, own);
  const decision = decide(own.model, judge(analysis, own), analysis.state);
  const viewOf = (flag: ComparedFlag, reading: FlagReading): ModelView | null => {
    const question = QUESTION[flag];
    if (question === undefined || reading.raised === null) return null;
    const contributions = contributionsTo(question, analysis, own.model);
    return {
      probability: decision.probability[question],
      threshold: thresholdOf(own.model, question),
      contributions,
      turningPoint: findTurningPoint(reading, contributions, (sentences) =>
        readFlag(scoreCall(withoutSentences(call, sentences), ruleset, options), flag),
      ),
    };
  };
  const flags = COMPARED_FLAGS.map((flag): FlagInspection => {
    const reading = readFlag(score, flag);
    return { flag, reading, model: viewOf(flag, reading) };
  });
  return { score, flags };
};
