import {
  lmRunFinished,
  lmRunProgressed,
  type EventBody,
  type LmRunKind,
  type lmRunStep,
} from '@perezvon/contracts';
import type { Prisma, Tx } from '@perezvon/db';
import type { EventTools, Log, TransactionHandler } from '@perezvon/messaging';
import type { Engine } from '../rulesets/engine.js';
import type { Rulesets } from '../rulesets/rulesets.js';
import { backtestCalls } from './backtest-calls.js';
import { handOnStep } from './hand-on.js';
import { rescoreCalls } from './rescore-calls.js';
import { listCallsAfter, lockRun, markRunState, markStepDone, type Run, type RunPlace } from './run-store.js';

/**
 * Calls of one step: what a kill repeats, what a pause waits for, and how long a call that has just arrived may find the
 * process busy. A backtest reads and writes its whole report with each step, so its steps are longer.
 */
export const STEP_CALLS: Readonly<Record<LmRunKind, number>> = { rescore: 50, backtest: 200 };
/** Screens follow a run this often: Telegram takes about one change of a message a second. */
const PROGRESS_EVERY_MS = 3_000;

/** What a run scores with. */
export interface RunDeps {
  rulesets: Pick<Rulesets, 'byTag'>;
  log: Log;
}

interface Worked {
  failed: number;
  events: readonly EventBody[];
  /** undefined: the run keeps none. */
  report: Prisma.InputJsonValue | undefined;
}

interface StepTools {
  tx: Tx;
  now: Date;
  engine: Engine;
  log: Log;
}

const endRun = async (tx: Tx, runId: number, at: Date): Promise<readonly EventBody[]> => {
  await markRunState(tx, { runId, state: 'done', at });
  return [lmRunFinished.of({ runId })];
};

const workOn = async (run: Run, calls: readonly RunPlace[], tools: StepTools): Promise<Worked> => {
  const historyIds = calls.map(({ historyId }) => Number(historyId));
  if (run.kind === 'backtest') return { events: [], ...(await backtestCalls(run.report, historyIds, tools)) };
  return { report: undefined, ...(await rescoreCalls(tools.tx, historyIds, tools)) };
};

const isProgressDue = (beforeMs: number, afterMs: number): boolean =>
  Math.floor(beforeMs / PROGRESS_EVERY_MS) < Math.floor(afterMs / PROGRESS_EVERY_MS);

const goOn = async (
  run: Run,
  engine: Engine,
  { tx, now }: EventTools,
  log: Log,
): Promise<readonly EventBody[]> => {
  const startedAt = performance.now();
  const at = now();
  const limit = STEP_CALLS[run.kind];
  const calls = await listCallsAfter(tx, { period: run, after: run.place, limit });
  const place = calls.at(-1);
  if (place === undefined) return endRun(tx, run.id, at);

  const { failed, events, report } = await workOn(run, calls, { tx, now: at, engine, log });
  const workedMs = run.workedMs + performance.now() - startedAt;
  const doneCalls = run.doneCalls + calls.length;
  const failedCalls = run.failedCalls + failed;
  await markStepDone(tx, { runId: run.id, place, doneCalls, failedCalls, workedMs, report, at });
  if (calls.length < limit) return [...events, ...(await endRun(tx, run.id, at))];

  await handOnStep(tx, { runId: run.id, from: doneCalls, at });
  const progress = isProgressDue(run.workedMs, workedMs) ? [lmRunProgressed.of({ runId: run.id })] : [];
  return [...events, ...progress];
};

/**
 * One step of a run: its calls, its place and the message of the next step are one transaction, so that a process may
 * die anywhere. A step of a run that is paused, over, or stands elsewhere changes nothing.
 */
export const stepRun = ({ rulesets, log }: RunDeps): TransactionHandler<typeof lmRunStep> => ({
  kind: 'transaction',
  handle: async ({ payload: { runId, from } }, tools) => {
    const run = await lockRun(tools.tx, runId);
    if (run?.state !== 'running' || run.doneCalls !== from) return [];
    const { engine } = await rulesets.byTag(tools.tx, run.lmVersionTag);
    // While a release is rolled out another process may: the step is tried again, and given up after its attempts.
    if (engine === null) throw new Error(`this engine cannot run the version ${run.lmVersionTag}`);
    return goOn(run, engine, tools, log);
  },
});
