import { consume, runEvery, type MessagingDeps, type Stop } from '@perezvon/messaging';
import type { ReportingConfig } from './config.js';
import { handlersFor } from './handlers.js';
import { recomputeDirtyDays } from './tasks/recompute-dirty-days.js';
import { reconcileRollups } from './tasks/reconcile-rollups.js';

/** Dashboards follow a score within two seconds. */
const RECOMPUTE_EVERY_S = 1;
const RECONCILE_EVERY_S = 6 * 60 * 60;

/** Keeps the roll-ups that the dashboards read. */
export const start = (deps: MessagingDeps, { CLINIC_TIMEZONE }: ReportingConfig): Stop => {
  const stopConsuming = consume('reporting', handlersFor(CLINIC_TIMEZONE), deps);
  const recompute = () => recomputeDirtyDays(deps.db, CLINIC_TIMEZONE);
  const stopRecomputing = runEvery(RECOMPUTE_EVERY_S, 'recompute-rollups', recompute, deps);
  const reconcile = () => reconcileRollups(deps, CLINIC_TIMEZONE);
  const stopReconciling = runEvery(RECONCILE_EVERY_S, 'reconcile-rollups', reconcile, deps);

  return async () => {
    await stopReconciling();
    await stopRecomputing();
    await stopConsuming();
  };
};
