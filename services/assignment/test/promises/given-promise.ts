import { promiseHeard, type CallbackPromise } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenScore, silentLog, somePhoneHash } from '@perezvon/db/testing';
import { judgeOverdue } from '../../src/promises/judge-overdue.js';
import { hear } from '../support/received.js';

/** A moment of Tuesday, 24 November 2026, in Moscow. */
export const at = (time: string): Date => new Date(`2026-11-24T${time}:00+03:00`);
export const TIMEZONE = 'Europe/Moscow';

export type Hash = ReturnType<typeof somePhoneHash>;

/** The service looks at what is over at that moment. */
export const judge = (db: DbClient, now: Date) => judgeOverdue({ db, now: () => now, log: silentLog });

/** What the engine hears. */
export const promisedUntil = (time: string): CallbackPromise => ({
  turn: 4,
  t: 40,
  quote: 'перезвоню вам',
  due_at: at(time).toISOString(),
  is_time_said: true,
});

/** Somebody says at nine that he will call back until noon; heard at `now`. */
export const givenPromise = async (
  db: DbClient,
  {
    phone = somePhoneHash(),
    now = at('09:10'),
    promise = promisedUntil('12:00'),
  }: { phone?: Hash | null; now?: Date; promise?: CallbackPromise } = {},
): Promise<number> => {
  const call = await givenCall(db, { callDate: at('09:00'), clientPhoneHash: phone });
  const { historyId } = call;
  await givenScore(db, call, { promise });
  await hear(db, promiseHeard.of({ historyIds: [historyId], timezone: TIMEZONE }), now);
  return historyId;
};

/** How it stands, and the call that answered it. */
export const stateOf = async (db: DbClient, historyId: number) => {
  const { state, keptByCall } = await db.callPromise.findUniqueOrThrow({ where: { historyId } });
  return { state, by: keptByCall === null ? null : Number(keptByCall) };
};
