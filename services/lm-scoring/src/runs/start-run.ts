import { lmRunMoved, type lmRunStart } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { findVersion } from '../store/rulesets.js';
import { handOnStep } from './hand-on.js';
import { countCalls, insertRun, type RunPeriod } from './run-store.js';
import type { RunDeps } from './step.js';

const toDate = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));

/**
 * Opens a run over the calls of a period. A rescore needs a version that is in use: what nobody scores new calls with
 * would be shown beside nothing. A backtest takes any that this engine can compile.
 */
export const startRun =
  ({ rulesets }: Pick<RunDeps, 'rulesets'>): IntentHandler<typeof lmRunStart> =>
  async ({ payload: { kind, tag, since, until } }, { tx, now, actor }) => {
    const runnable = await rulesets.byTag(tx, tag);
    if (runnable.engine === null) return refused(runnable.reason);
    const version = await findVersion(tx, tag);
    if (kind === 'rescore' && version?.state === 'retired') return refused('run.version_retired');
    const period: RunPeriod = { since: toDate(since), until: toDate(until) };
    const totalCalls = await countCalls(tx, period);
    if (totalCalls === 0) return refused('run.empty_period');

    const at = now();
    const runId = await insertRun(tx, {
      kind,
      lmVersionTag: tag,
      ...period,
      totalCalls,
      requestedById: actor.id,
      at,
    });
    if (runId === null) return refused('run.already_running');
    await handOnStep(tx, { runId, from: 0, at });
    return done(lmRunMoved.of({ runId, move: 'start' }), {
      before: null,
      after: { runId, runKind: kind, since, until, totalCalls },
    });
  };
