import { randomBytes } from 'node:crypto';
import { handlers } from '@perezvon/assignment';
import { ingest } from '@perezvon/call-ingest';
import {
  assignmentComplete,
  assignmentCreate,
  assignmentFail,
  assignmentReturn,
  type Envelope,
} from '@perezvon/contracts';
import { phoneKeysFrom, type DbClient } from '@perezvon/db';
import { givenClinic, silentLog } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import type { Proven } from './judge.js';
import type { MadeMonth, MadeRecord, Step } from './month.js';
import { DAY_MS } from './month-writer.js';

const KEY_BYTES = 32;
const randomKey = (): string => randomBytes(KEY_BYTES).toString('base64');

interface People {
  admin: number;
  owner: number;
}

/** What a month was run with, and how long its calls took. */
interface MonthRun {
  proven: Proven[];
  /** Messages that asked what a call proves. */
  looked: number;
  /** Seconds that these took, one after the other. */
  seconds: number;
}

const MS_PER_S = 1_000;

type Done = Exclude<Step, { kind: 'deliver' }>;
interface Delivered {
  kind: 'delivered';
  /** When the last of them arrived. */
  at: number;
  records: MadeRecord[];
}

/** The month's steps as the product sees them: calls that arrive together, and between them what people do. */
const grouped = (steps: readonly Step[]): (Delivered | Done)[] => {
  const groups: (Delivered | Done)[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.kind !== 'deliver') groups.push(step);
    else if (last?.kind !== 'delivered')
      groups.push({ kind: 'delivered', at: step.at, records: [step.record] });
    else {
      last.records.push(step.record);
      last.at = step.at;
    }
  }
  return groups;
};

const intentOf = (
  { kind, historyId, at }: Done,
  assignmentId: number,
  { admin, owner }: People,
): Envelope => {
  const context = (actorId: number) => ({ id: `tg-${kind}-${historyId}`, actorId, at: new Date(at) });
  if (kind === 'give')
    return assignmentCreate.of(
      { historyId, kind: 'callback', ownerId: owner, dueAt: new Date(at + DAY_MS).toISOString() },
      context(admin),
    );
  if (kind === 'return') return assignmentReturn.of({ assignmentId }, context(admin));
  if (kind === 'fail') return assignmentFail.of({ assignmentId, reason: 'no_answer' }, context(owner));
  return assignmentComplete.of({ assignmentId, result: 'thinking' }, context(owner));
};

const assignmentOf = async (db: DbClient, historyId: number): Promise<number> =>
  (await db.assignment.findFirst({ where: { historyId }, select: { id: true } }))?.id ?? 0;

/** Sends what the ingest has told of to the service. @returns how many messages there were, and their seconds */
const look = async (db: DbClient, now: () => Date): Promise<{ looked: number; seconds: number }> => {
  const waiting = await db.outbox.findMany({ where: { queue: 'assignment' }, orderBy: { id: 'asc' } });
  const startedAt = performance.now();
  for (const { message } of waiting)
    await processMessage('assignment', message, handlers, { db, now, log: silentLog });
  return { looked: waiting.length, seconds: (performance.now() - startedAt) / MS_PER_S };
};

/** Calls that the telephony tells of together. */
const takeIn = async (calls: readonly MadeRecord[], deps: Parameters<typeof ingest>[2]): Promise<void> => {
  const records = (async function* () {
    yield* calls.map((value, index) => ({ line: index + 1, value }));
  })();
  const onRejected = ({ error }: { error: string }): never => {
    throw new Error(error);
  };
  await ingest(records, { zone: null, defaultSource: null, priority: 'live', onRejected }, deps);
};

const listProven = async (db: DbClient): Promise<Proven[]> => {
  const verified = await db.assignment.findMany({
    where: { verifiedByCall: { not: null } },
    select: { historyId: true, verifiedByCall: true },
  });
  return verified.map((one) => ({ historyId: Number(one.historyId), byCall: Number(one.verifiedByCall) }));
};

/**
 * Lets a made month happen: every call through the ingest, every order through the assignment service, in the order of
 * their moments.
 * @param db migrated and empty
 */
export const runMonth = async (
  db: DbClient,
  month: MadeMonth,
  onDone: (calls: number) => void = () => {},
): Promise<MonthRun> => {
  const clinic = await givenClinic(db);
  const people = { admin: clinic.admin.id, owner: clinic.operator.id };
  const phoneKeys = phoneKeysFrom({ encryption: randomKey(), hash: randomKey() });
  let clock = new Date(month.steps[0]?.at ?? 0);
  const now = () => clock;
  const run: MonthRun = { proven: [], looked: 0, seconds: 0 };
  let calls = 0;

  for (const group of grouped(month.steps)) {
    // What is noted of a call is never older than the call.
    clock = new Date(group.at);
    if (group.kind !== 'delivered') {
      const intent = intentOf(group, await assignmentOf(db, group.historyId), people);
      await processMessage('assignment', intent, handlers, { db, now, log: silentLog });
      continue;
    }
    await takeIn(group.records, { db, phoneKeys, now });
    const { looked, seconds } = await look(db, now);
    run.looked += looked;
    run.seconds += seconds;
    onDone((calls += group.records.length));
  }

  run.proven = await listProven(db);
  return run;
};
