import {
  compensationApprove,
  compensationPropose,
  compensationRefuse,
  compensationSetLimit,
  compensationWithdraw,
  type Envelope,
  type IntentType,
} from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { carryOut, outboxMessages } from '@perezvon/messaging/testing';
import type { z } from 'zod';
import { intents } from '../../src/intents/index.js';

/** When everything of these tests happens. */
export const NOW = '2026-11-24T09:00:00.000Z';
/** Until when an approved one is to be paid, unless the test says otherwise. */
export const PAY_BY = '2026-11-27T18:00:00.000Z';

type Wish = Partial<z.input<(typeof compensationPropose)['payload']>>;

/** What people do with compensations: each answers with null when done, else why not. */
export const openCompensations = async () => {
  const { db } = await testDatabase();
  const clinic = await givenClinic(db);
  let lastUpdate = 1_000;
  const by = (who: keyof Clinic) => {
    lastUpdate += 1;
    return { id: `tg-${lastUpdate}`, actorId: clinic[who].id, at: new Date(NOW) };
  };
  const carry = (intent: Envelope) =>
    carryOut('assignment', intent, intents, { db, now: clockAt(NOW), log: silentLog });
  const newest = () => db.compensation.findFirstOrThrow({ orderBy: { id: 'desc' } });

  const propose = async (who: keyof Clinic, wish: Wish = {}) => {
    const historyId = wish.historyId ?? (await givenCall(db)).historyId;
    const payload = { amountKopecks: 150_000, reason: 'quality' as const, noteId: null, ...wish, historyId };
    return { historyId, answer: await carry(compensationPropose.of(payload, by(who))) };
  };
  /** A proposal of the admin's that waits. */
  const givenProposal = async (
    wish: Wish = {},
    who: keyof Clinic = 'admin',
  ): Promise<{ id: number; historyId: number }> => {
    const { answer } = await propose(who, wish);
    if (answer !== null) throw new Error(`nothing is proposed: ${answer}`);
    const { id, historyId } = await newest();
    return { id, historyId: Number(historyId) };
  };
  return {
    db,
    clinic,
    by,
    carry,
    newest,
    propose,
    givenProposal,
    approve: (who: keyof Clinic, compensationId: number, payBy = PAY_BY) =>
      carry(compensationApprove.of({ compensationId, payBy }, by(who))),
    refuse: (who: keyof Clinic, compensationId: number, noteId: number | null = null) =>
      carry(compensationRefuse.of({ compensationId, noteId }, by(who))),
    withdraw: (who: keyof Clinic, compensationId: number) =>
      carry(compensationWithdraw.of({ compensationId }, by(who))),
    setLimit: (who: keyof Clinic, payload: z.input<(typeof compensationSetLimit)['payload']>) =>
      carry(compensationSetLimit.of(payload, by(who))),
    givenNote: async (who: keyof Clinic): Promise<number> =>
      (await db.note.create({ data: { authorId: clinic[who].id, text: 'Ждал два часа' } })).id,
    logged: async (action: IntentType) =>
      (await outboxMessages(db))
        .filter(({ type }) => type === 'admin.action')
        .map(({ payload }) => Object(payload))
        .filter((line) => line.action === action),
  };
};
export type Compensations = Awaited<ReturnType<typeof openCompensations>>;

/** Forgets what earlier tests changed for all: messages and limits. */
export const forgetChanges = async ({ db }: { db: DbClient }): Promise<void> => {
  await db.outbox.deleteMany();
  await db.setting.deleteMany();
};
