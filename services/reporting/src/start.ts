import { consume, runEvery, type MessagingDeps, type Stop } from '@perezvon/messaging';
import type { ReportingConfig } from './config.js';
import { expireExports, readExportTexts, wakeExports } from './exports/index.js';
import { handlersWith } from './handlers.js';
import { recomputeDirtyDays } from './tasks/recompute-dirty-days.js';
import { reconcileRollups } from './tasks/reconcile-rollups.js';

/** Dashboards follow a score within two seconds. */
const RECOMPUTE_EVERY_S = 1;
const RECONCILE_EVERY_S = 6 * 60 * 60;
/** Whoever waits for a file that was lost waits no longer than this. */
const WAKE_EXPORTS_EVERY_S = 30;
const EXPIRE_EXPORTS_EVERY_S = 60;

/** Keeps the roll-ups that the dashboards read, and makes the files that people ask for. */
export const start = (deps: MessagingDeps, { CLINIC_TIMEZONE }: ReportingConfig): Stop => {
  const texts = readExportTexts((problem) => deps.log.error({ problem }, 'text missing'));
  const stopConsuming = consume(
    'reporting',
    handlersWith({ ...deps, timezone: CLINIC_TIMEZONE, texts }),
    deps,
  );
  const recompute = () => recomputeDirtyDays(deps.db, CLINIC_TIMEZONE);
  const stopRecomputing = runEvery(RECOMPUTE_EVERY_S, 'recompute-rollups', recompute, deps);
  const reconcile = () => reconcileRollups(deps, CLINIC_TIMEZONE);
  const stopReconciling = runEvery(RECONCILE_EVERY_S, 'reconcile-rollups', reconcile, deps);
  const stopWaking = runEvery(WAKE_EXPORTS_EVERY_S, 'wake-exports', () => wakeExports(deps), deps);
  const stopExpiring = runEvery(EXPIRE_EXPORTS_EVERY_S, 'expire-exports', () => expireExports(deps), deps);

  return async () => {
    await stopExpiring();
    await stopWaking();
    await stopReconciling();
    await stopRecomputing();
    await stopConsuming();
  };
};
