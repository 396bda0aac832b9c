import { PATTERN_DAYS, TRAINING_PATTERNS } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { periodEnding, type Period } from '@perezvon/db/calls';
import { listPatternBases, listPatternCounts } from '@perezvon/db/trainings';
import { findPatterns, type Finding } from '../../domain/pattern-findings.js';
import type { PersonName } from '../../people/person.js';
import { findOperatorNames } from '../people/operator-names.js';
import { listCurrentTrainings, type CurrentTraining } from './list-current-trainings.js';

/** A pattern with its operator's name and what he is taught about it. */
export interface NamedFinding extends Finding {
  /** null: nobody in the bot has the code. */
  name: PersonName | null;
  /** In the pattern's metric; null: none, or long ago. */
  training: CurrentTraining | null;
}

/** The week that patterns are looked for in. */
export const patternWeek = (now: Date, timezone: string): Period<number> =>
  periodEnding(now, PATTERN_DAYS, timezone);

/**
 * What operators did again and again in the last week, the most striking first. The cost follows the number of calls
 * that show a pattern, and of operators.
 */
export const listFindings = async (
  db: Db,
  { now, timezone }: { now: Date; timezone: string },
): Promise<NamedFinding[]> => {
  const week = patternWeek(now, timezone);
  const [counts, bases] = await Promise.all([listPatternCounts(db, week), listPatternBases(db, week)]);
  const findings = findPatterns(counts, bases);
  const operators = [...new Set(findings.map(({ operator }) => operator))];
  const [names, trainings] = await Promise.all([
    findOperatorNames(db, operators),
    listCurrentTrainings(db, operators, now),
  ]);
  return findings.map((finding) => {
    const { metric } = TRAINING_PATTERNS[finding.pattern];
    const training = trainings.find((one) => one.operator === finding.operator && one.metric === metric);
    return { ...finding, name: names.get(finding.operator) ?? null, training: training ?? null };
  });
};
