import {
  lmRunMoved,
  type lmRunCancel,
  type LmRunMove,
  type lmRunPause,
  type lmRunResume,
  type LmRunState,
} from '@perezvon/contracts';
import { done, refused, type Done, type IntentHandler, type IntentTools } from '@perezvon/messaging';
import { handOnStep } from './hand-on.js';
import { lockRun, markRunState, type Run } from './run-store.js';

const move = async (
  run: Run,
  { to, as }: { to: LmRunState; as: LmRunMove },
  { tx, now }: IntentTools,
): Promise<Done> => {
  await markRunState(tx, { runId: run.id, state: to, at: now() });
  return done(lmRunMoved.of({ runId: run.id, move: as }), {
    before: { runState: run.state },
    after: { runState: to, doneCalls: run.doneCalls, totalCalls: run.totalCalls },
  });
};

/** The step under way is finished; the next one finds the run paused. */
export const pauseRun: IntentHandler<typeof lmRunPause> = async ({ payload: { runId } }, tools) => {
  const run = await lockRun(tools.tx, runId);
  if (run === null) return refused('run.not_found');
  if (run.state !== 'running') return refused('run.not_running');
  return move(run, { to: 'paused', as: 'pause' }, tools);
};

export const resumeRun: IntentHandler<typeof lmRunResume> = async ({ payload: { runId } }, tools) => {
  const run = await lockRun(tools.tx, runId);
  if (run === null) return refused('run.not_found');
  if (run.state !== 'paused') return refused('run.not_paused');
  await handOnStep(tools.tx, { runId, from: run.doneCalls, at: tools.now(), isAgain: true });
  return move(run, { to: 'running', as: 'resume' }, tools);
};

export const cancelRun: IntentHandler<typeof lmRunCancel> = async ({ payload: { runId } }, tools) => {
  const run = await lockRun(tools.tx, runId);
  if (run === null) return refused('run.not_found');
  if (run.state !== 'running' && run.state !== 'paused') return refused('run.not_open');
  return move(run, { to: 'cancelled', as: 'cancel' }, tools);
};
