import { lmRunStart, type Envelope, type LmRunKind } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { openQueues, processMessage, type MessagingDeps, type ProcessResult } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { handlersWith } from '../src/index.js';
import { STEP_CALLS as STEPS } from '../src/runs/step.js';
import { givenOldCalls, givenVersions, handlerDeps, TAGS } from './given-runs.js';

export const STEP_CALLS = STEPS.rescore;
/** Two whole steps and a part of a third. */
export const CALLS = 2 * STEP_CALLS + 20;
export const NOW = '2026-11-25T12:00:00.000Z';

/** The scoring service without its consumer: messages are processed one at a time, `CALLS` stored calls wait for a run. */
export interface RunBench {
  db: DbClient;
  clinic: Clinic;
  deps: MessagingDeps;
  /** As before the first run: no message, no run, no feedback, the old version's scores alone. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
  /** What an intent of the supreme developer says beside its payload; an id of its own each time. */
  context: () => { id: string; actorId: number; at: Date };
  process: (message: unknown) => Promise<ProcessResult>;
  /** Starts a run. @param period all calls unless said */
  begin: (
    kind: LmRunKind,
    tag: string,
    period?: { since?: string; until?: string },
  ) => Promise<ProcessResult>;
  theRun: () => ReturnType<DbClient['lmRun']['findFirstOrThrow']>;
  /** What waits in the outbox of this type. */
  outboxOf: (type: string) => Promise<Envelope[]>;
  /** Why messages were refused, in their order. */
  refusals: () => Promise<unknown[]>;
  /** Takes the step that waits, as the queue would; a step hands on at most one. @returns whether there was one */
  takeStep: () => Promise<boolean>;
  takeSteps: () => Promise<void>;
  /** How many calls have a score of this version that is current, or is not. */
  scores: (lmVersionTag: string, isCurrent: boolean) => Promise<number>;
  setState: (tag: string, state: 'active' | 'shadow') => Promise<unknown>;
}

const clearRuns = async (db: DbClient): Promise<void> => {
  await db.outbox.deleteMany();
  await db.processedMessage.deleteMany();
  await db.lmRun.deleteMany();
  await db.scoreFeedback.deleteMany();
  await db.callScore.deleteMany({ where: { lmVersionTag: { not: TAGS.old } } });
  await db.callScore.updateMany({ data: { isCurrent: true } });
  await db.call.updateMany({ data: { revision: 1 } });
};

export const openRunBench = async (): Promise<RunBench> => {
  const { db, url } = await testDatabase();
  const clinic = await givenClinic(db);
  await givenVersions(db);
  await givenOldCalls(db, CALLS);
  const queues = openQueues({ kind: 'postgres', url }, () => {});
  const deps = { db, queues, log: silentLog, now: clockAt(NOW) };
  const handlers = handlersWith(handlerDeps());

  let lastIntent = 0;
  const context = () => {
    lastIntent += 1;
    return { id: `tg-${lastIntent}`, actorId: clinic.supremeDev.id, at: new Date(NOW) };
  };
  const process = (message: unknown) => processMessage('lm-scoring', message, handlers, deps);
  const outboxOf = async (type: string) =>
    (await outboxMessages(db)).filter((message) => message.type === type);
  const takeStep = async () => {
    const [step] = await outboxOf('lm_run.step');
    if (step) await process(step);
    return step !== undefined;
  };

  return {
    db,
    clinic,
    deps,
    clear: () => clearRuns(db),
    close: () => queues.close(),
    context,
    process,
    begin: (kind, tag, { since = null, until = null } = {}) =>
      process(lmRunStart.of({ kind, tag, since, until }, context())),
    theRun: () => db.lmRun.findFirstOrThrow({ orderBy: { id: 'desc' } }),
    outboxOf,
    refusals: async () => (await outboxOf('action.denied')).map(({ payload }) => Object(payload).reason),
    takeStep,
    takeSteps: async () => {
      while (await takeStep()) continue;
    },
    scores: (lmVersionTag, isCurrent) => db.callScore.count({ where: { lmVersionTag, isCurrent } }),
    setState: (tag, state) => db.lmRuleset.update({ where: { tag }, data: { state } }),
  };
};
