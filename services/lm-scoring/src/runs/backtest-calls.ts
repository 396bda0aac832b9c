import type { Db, Prisma } from '@perezvon/db';
import { ComparisonState, createComparison, withoutWords, type Comparison, type Truth } from '@perezvon/lm';
import type { Log } from '@perezvon/messaging';
import type { Engine } from '../rulesets/engine.js';
import { listFeedbackTruth } from '../store/feedback-truth.js';
import { listReceivedCalls } from '../store/received-calls.js';
import { listCurrentScores } from '../store/stored-scores.js';
import { scoreCalls } from './score-calls.js';

interface CompareTools {
  engine: Engine;
  log: Pick<Log, 'error'>;
  /** What labels say of a call; it goes before what people said in the bot. */
  labels?: ReadonlyMap<number, Truth>;
}

/**
 * Scores calls with a version and adds them to a comparison with the scores that are shown. A call that has none, or
 * whose content changed since, cannot be compared and is left out. Reads only.
 * @returns those that broke the engine
 */
export const compareCalls = async (
  db: Db,
  comparison: Comparison,
  historyIds: readonly number[],
  { engine, log, labels }: CompareTools,
): Promise<{ failedIds: number[] }> => {
  const current = await listCurrentScores(db, historyIds);
  const calls = (await listReceivedCalls(db, historyIds)).filter(
    ({ record, revision }) => current.get(record.history_id)?.revision === revision,
  );
  const feedback = await listFeedbackTruth(db, historyIds);
  const { scored, failedIds } = await scoreCalls(calls, engine, log);
  for (const { call, score } of scored) {
    const { history_id: historyId, transcript: turns } = call.record;
    const before = current.get(historyId)?.score;
    const truth = { ...feedback.get(historyId), ...labels?.get(historyId) };
    if (before !== undefined) comparison.add({ before, after: score, truth, turns });
  }
  return { failedIds };
};

/**
 * One step of a backtest. Its report is kept without the words of any call: an example has the place of its quote, so
 * that what is erased from the transcript is erased from the report.
 * @param report of the steps before; null: this is the first
 */
export const backtestCalls = async (
  report: unknown,
  historyIds: readonly number[],
  { tx, engine, log }: { tx: Db; engine: Engine; log: Log },
): Promise<{ failed: number; report: Prisma.InputJsonValue }> => {
  const comparison = createComparison(report === null ? undefined : ComparisonState.parse(report));
  const { failedIds } = await compareCalls(tx, comparison, historyIds, { engine, log });
  return { failed: failedIds.length, report: withoutWords(comparison.state()) };
};
