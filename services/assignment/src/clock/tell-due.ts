import { nightUntil } from '@perezvon/clinic-hours';
import { findClinic, withTransaction, type Tx } from '@perezvon/db';
import type { ProcessingDeps } from '@perezvon/messaging';
import {
  claimDueAssignments,
  claimUntold,
  hasDueAssignments,
  listSuperadminIds,
  markLookedAt,
  type Claimed,
} from '../store/clock.js';
import { insertReminders } from '../store/reminders.js';
import { clockSight, lookAt, type ClockSight, type Look } from './reminders-due.js';

export interface ClockDeps extends ProcessingDeps {
  /** The clinic's. */
  timezone: string;
}

/** A transaction of some tens of milliseconds: whoever moves one of these assignments waits no longer. */
const BATCH = 500;

/** What one round of looks goes by. */
interface Round {
  sight: ClockSight;
  /** Nothing is told before: the night ends then. */
  notBefore: Date;
}

const beginRound = async ({ db, now, timezone }: ClockDeps): Promise<Round> => {
  const clinic = await findClinic(db, timezone);
  const sight = clockSight({ now: now(), clinic, superadminIds: await listSuperadminIds(db) });
  return { sight, notBefore: nightUntil(sight.now, clinic) ?? sight.now };
};

/** Looks at assignments and notes whom each has to be told to. */
const note = async (
  tx: Tx,
  assignments: readonly Claimed[],
  { sight, notBefore }: Round,
): Promise<(Look & { id: number })[]> => {
  const looks = assignments.map((assignment) => ({ ...assignment, ...lookAt(assignment, sight) }));
  const reminders = looks.flatMap(({ id, dueAt, heldSince, reminders: due }) =>
    due.map((one) => ({ ...one, assignmentId: id, dueAt, heldSince, notBefore })),
  );
  await insertReminders(tx, reminders, sight.now);
  return looks;
};

/** @returns how many assignments were looked at */
const lookAtBatch = async (tx: Tx, round: Round): Promise<number> => {
  const looks = await note(tx, await claimDueAssignments(tx, round.sight.now, BATCH), round);
  await markLookedAt(tx, looks);
  return looks.length;
};

/**
 * Notes for everybody what he has to be told of by now; the gateway tells it. Rows decide and nothing else: whatever
 * was lost, stopped or set wrong meanwhile, the next look finds it. Safe side by side, and when it is cut off.
 * @returns how many assignments were looked at
 */
export const tellDue = async (deps: ClockDeps): Promise<number> => {
  const { db, now, log } = deps;
  if (!(await hasDueAssignments(db, now()))) return 0;
  const round = await beginRound(deps);
  let looked = 0;
  for (;;) {
    const batch = await withTransaction(db, (tx) => lookAtBatch(tx, round));
    looked += batch;
    if (batch < BATCH) break;
  }
  if (looked > 0) log.info({ assignments: looked }, 'deadlines looked at');
  return looked;
};

/**
 * Passes deadlines on that are known to nobody: their owner, or their giver, closed the bot or lost his access after the
 * clock had looked. What was told already is not told again, and when the clock looks next stays as it is.
 * @returns how many assignments were looked at: each of these again and again, until the last level has its time
 */
export const passOnUntold = async (deps: ClockDeps): Promise<number> => {
  const { db, now } = deps;
  let round: Round | null = null;
  let looked = 0;
  for (let afterId = 0; ;) {
    const claimed = await withTransaction(db, async (tx) => {
      const assignments = await claimUntold(tx, { now: now(), afterId, limit: BATCH });
      if (assignments.length === 0) return assignments;
      round ??= await beginRound(deps);
      await note(tx, assignments, round);
      return assignments;
    });
    looked += claimed.length;
    const last = claimed.at(-1);
    if (last === undefined || claimed.length < BATCH) return looked;
    afterId = last.id;
  }
};
