import type { Db } from '@perezvon/db';
import { comparisonText, createComparison, type ComparisonResult, type Truth } from '@perezvon/lm/compare';
import {
  compareCalls,
  countCalls,
  listCallsAfter,
  type Engine,
  type RunPeriod,
  type RunPlace,
} from '@perezvon/lm-scoring';
import {
  createProgress,
  EXIT,
  InputError,
  readOptions,
  required,
  timezoneOf,
  writeLine,
  type LmCliIo,
  type LmCommand,
} from '@perezvon/lm/cli';
import { readPeriod } from '../period.js';
import { withStore } from '../store.js';
import { engineOf } from './engine.js';
import { readTruths } from './labels.js';

const OPTIONS = {
  ruleset: { type: 'string' },
  period: { type: 'string' },
  labels: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

/** A command tells of broken calls at its end. */
const NO_LOG = { error: () => {} };
/** Calls held in memory at a time. */
const PAGE = 200;

interface Backtest {
  engine: Engine;
  period: RunPeriod;
  labels: ReadonlyMap<number, Truth>;
  total: number;
}

/** Passes the calls page by page; memory does not grow with their number. */
const compareAll = async (
  db: Db,
  { engine, period, labels, total }: Backtest,
  io: LmCliIo,
): Promise<{ result: ComparisonResult; failedIds: readonly number[] }> => {
  const comparison = createComparison();
  const failed: number[] = [];
  const progress = createProgress(io, 'Compared', total, Date.now);
  let after: RunPlace | null = null;
  for (;;) {
    const calls: RunPlace[] = await listCallsAfter(db, { period, after, limit: PAGE });
    const historyIds = calls.map(({ historyId }) => Number(historyId));
    const { failedIds } = await compareCalls(db, comparison, historyIds, { engine, labels, log: NO_LOG });
    failed.push(...failedIds);
    for (const _ of calls) progress.step();
    after = calls.at(-1) ?? null;
    if (calls.length < PAGE) break;
  }
  progress.stop();
  return { result: comparison.result(), failedIds: failed };
};

const sayRest = async (
  result: ComparisonResult,
  failedIds: readonly number[],
  total: number,
  io: LmCliIo,
) => {
  const left = total - result.calls - failedIds.length;
  if (left > 0)
    await writeLine(
      io.stderr,
      `${left} calls were left out: no score is shown, or it is of an older content`,
    );
  if (failedIds.length > 0)
    await writeLine(io.stderr, `${failedIds.length} calls broke the engine: ${failedIds.join(', ')}`);
};

/** `npm run lm -- backtest`: what a version would change, over the stored calls. */
export const backtestCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({ args: [...argv], options: OPTIONS });
  const ruleset = required(values.ruleset, '--ruleset');
  const timezone = timezoneOf(io);
  const period = readPeriod(values.period, { now: new Date(), timezone });
  const labels = await readTruths(values.labels ?? [], io);
  return withStore(
    io,
    async (db) => {
      const engine = await engineOf(db, ruleset, timezone);
      const total = await countCalls(db, period);
      if (total === 0) throw new InputError('there are no calls in this period');
      const { result, failedIds } = await compareAll(db, { engine, period, labels, total }, io);
      await writeLine(io.stdout, values.json ? JSON.stringify(result, null, 2) : comparisonText(result));
      await sayRest(result, failedIds, total, io);
      return failedIds.length > 0 ? EXIT.failed : EXIT.ok;
    },
    { isReadOnly: true },
  );
};
