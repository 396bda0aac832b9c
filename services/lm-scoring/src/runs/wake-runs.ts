import { lmRunFinished, type LmRunState } from '@perezvon/contracts';
import { withTransaction, type Db, type Tx } from '@perezvon/db';
import { insertEvents, type MessagingDeps } from '@perezvon/messaging';
import { handOnStep, stepIdPrefix } from './hand-on.js';
import { lockRun, markRunState } from './run-store.js';

type Waiting = 'waits' | 'parked' | 'lost';

/** What became of the running run's next step: on its way, in the failed set, or nowhere. */
const findStep = async (db: Db, runId: number): Promise<Waiting> => {
  const rows = await db.outbox.findMany({
    where: { queue: 'lm-scoring', messageId: { startsWith: stepIdPrefix(runId) } },
    select: { nextSendAt: true },
  });
  if (rows.some(({ nextSendAt }) => nextSendAt !== null)) return 'waits';
  return rows.length > 0 ? 'parked' : 'lost';
};

const giveUp = async (tx: Tx, runId: number, at: Date): Promise<void> => {
  const state: LmRunState = 'failed';
  await markRunState(tx, { runId, state, at });
  const context = { causedBy: `${stepIdPrefix(runId)}failed`, actorId: null, origin: null, at };
  await insertEvents(tx, [lmRunFinished.of({ runId })], context);
};

/** Looks again under the run's lock: a step that ended meanwhile has handed on. */
const wakeOne = (deps: MessagingDeps, runId: number): Promise<void> =>
  withTransaction(deps.db, async (tx) => {
    const run = await lockRun(tx, runId);
    if (run?.state !== 'running') return;
    const step = await findStep(tx, runId);
    if (step === 'waits') return;
    const at = deps.now();
    if (step === 'lost') {
      deps.log.warn({ runId, from: run.doneCalls }, 'the next step of a run was lost: sent again');
      await handOnStep(tx, { runId, from: run.doneCalls, at, isAgain: true });
    } else {
      deps.log.error({ runId, from: run.doneCalls }, 'a step of a run failed for good: run given up');
      await giveUp(tx, runId, at);
    }
  });

/**
 * Finds running runs that nothing moves any more: one whose step is nowhere gets another, one whose step used up its
 * attempts has failed, and its person is told. Safe side by side.
 */
export const wakeRuns = async (deps: MessagingDeps): Promise<void> => {
  const running = await deps.db.lmRun.findMany({ where: { state: 'running' }, select: { id: true } });
  for (const { id } of running) await wakeOne(deps, id);
  if (running.length > 0) deps.queues.wakeRelay();
};
