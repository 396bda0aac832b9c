import { MAX_TRAINING_EXAMPLES, TRAINING_PATTERNS, type TrainingPattern } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { listPatternCalls } from '@perezvon/db/trainings';
import { codeKey } from '@perezvon/texts';
import { operatorKey } from '../../domain/operator-key.js';
import { findOperatorUser } from '../../queries/people/find-operator.js';
import { listExamples, type TrainingExample } from '../../queries/trainings/list-examples.js';
import { listFindings, patternWeek, type NamedFinding } from '../../queries/trainings/list-findings.js';
import { lines } from '../../text/html.js';
import { defineScreen, type LoadTools, type RenderTools } from '../define-screen.js';
import { operatorWords } from '../operators/operator-words.js';
import { patternPlace, trainingPlace } from '../places/trainings.js';
import { exampleButtons, exampleLines } from './example-words.js';
import { giveTrainingButton } from './training-plan.js';
import { currentTrainingWords, patternName, shareWords } from './pattern-words.js';

/** The calls that a training on a pattern would show: the latest of the week. */
export const patternExamples = async (
  { db, now, timezone }: { db: Db; now: Date; timezone: string },
  { operator, pattern }: { operator: string; pattern: TrainingPattern },
): Promise<number[]> => {
  const { since, until } = patternWeek(now, timezone);
  const calls = await listPatternCalls(db, { operator, pattern, since, until, limit: MAX_TRAINING_EXAMPLES });
  return calls.map(({ historyId }) => historyId);
};

interface Loaded {
  finding: NamedFinding;
  examples: readonly TrainingExample[];
  /** Who answers under the operator's code; null: nobody in the bot. */
  userId: number | null;
}

const loadPattern = async (
  { db, now, timezone }: Pick<LoadTools, 'db' | 'now' | 'timezone'>,
  { operator, pattern }: { operator: number; pattern: TrainingPattern },
): Promise<Loaded | null> => {
  const at = now();
  const findings = await listFindings(db, { now: at, timezone });
  const finding = findings.find((one) => one.pattern === pattern && operatorKey(one.operator) === operator);
  if (!finding) return null;
  const [ids, user] = await Promise.all([
    patternExamples({ db, now: at, timezone }, finding),
    findOperatorUser(db, finding.operator),
  ]);
  return { finding, examples: await listExamples(db, ids, pattern), userId: user?.id ?? null };
};

/** A training is offered unless he has one in this metric. */
const nextButton = ({ finding, userId }: Loaded, { t }: Pick<RenderTools<unknown>, 't'>) => {
  const { training, pattern, operator } = finding;
  if (training !== null && training.doneAt === null)
    return trainingPlace.link(t('button-current-training'), { assignmentId: training.assignmentId });
  const { metric } = TRAINING_PATTERNS[pattern];
  return giveTrainingButton({ historyId: null, operator: operatorKey(operator), metric, pattern }, userId, t);
};

/** One operator's pattern: how often, beside the others, and the calls to hear for oneself. */
export const pattern = defineScreen({
  ...patternPlace,
  load: (tools, params) => loadPattern(tools, params),
  render: (loaded, tools) => {
    const { t } = tools;
    const { finding, examples } = loaded;
    const { operator: code, name } = finding;
    return {
      text: lines(
        t('pattern-title', { operator: operatorWords({ code, name }, t), pattern: patternName(finding, t) }),
        shareWords(finding, t),
        t(codeKey('pattern-meaning', finding.pattern)),
        currentTrainingWords(finding.training, tools),
        '',
        t('pattern-calls', {
          all: String(examples.length >= finding.own.count),
          count: examples.length,
          of: finding.own.count,
        }),
        exampleLines(examples, tools),
      ),
      rows: [[nextButton(loaded, tools)], ...exampleButtons(examples, tools)],
    };
  },
});
