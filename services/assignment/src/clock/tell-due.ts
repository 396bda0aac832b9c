import { nightUntil } from '@perezvon/clinic-hours';
import { findClinic, withTransaction, type Tx } from '@perezvon/db';
import type { ProcessingDeps } from '@perezvon/messaging';
import { claimDueAssignments, listSuperadminIds, markLookedAt } from '../store/clock.js';
import { insertReminders } from '../store/reminders.js';
import { clockSight, lookAt, type ClockSight } from './reminders-due.js';

export interface ClockDeps extends ProcessingDeps {
  /** The clinic's. */
  timezone: string;
}

/** A transaction of some tens of milliseconds: whoever moves one of these assignments waits no longer. */
const BATCH = 500;

/** @returns how many assignments were looked at */
const lookAtBatch = async (tx: Tx, sight: ClockSight, notBefore: Date): Promise<number> => {
  const assignments = await claimDueAssignments(tx, sight.now, BATCH);
  const looks = assignments.map((assignment) => ({ ...assignment, ...lookAt(assignment, sight) }));
  const reminders = looks.flatMap(({ id, dueAt, reminders: due }) =>
    due.map((one) => ({ ...one, assignmentId: id, dueAt, notBefore })),
  );
  await insertReminders(tx, reminders, sight.now);
  await markLookedAt(tx, looks);
  return looks.length;
};

/**
 * Notes for everybody what he has to be told of by now; the gateway tells it. Rows decide and nothing else: whatever
 * was lost, stopped or set wrong meanwhile, the next look finds it. Safe side by side, and when it is cut off.
 * @returns how many assignments were looked at
 */
export const tellDue = async ({ db, now, log, timezone }: ClockDeps): Promise<number> => {
  const clinic = await findClinic(db, timezone);
  const sight = clockSight({ now: now(), clinic, superadminIds: await listSuperadminIds(db) });
  const notBefore = nightUntil(sight.now, clinic) ?? sight.now;
  let looked = 0;
  for (;;) {
    const batch = await withTransaction(db, (tx) => lookAtBatch(tx, sight, notBefore));
    looked += batch;
    if (batch < BATCH) break;
  }
  if (looked > 0) log.info({ assignments: looked }, 'deadlines looked at');
  return looked;
};
