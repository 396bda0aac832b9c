import { assignmentComplete, assignmentCreate, callMatchDue } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import { givenCall, givenClinic, somePhoneHash, testDatabase, type Clinic } from '@perezvon/db/testing';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { hear, newId, receive } from '../support/received.js';

/** A moment of one day, as `09:30`. */
const at = (time: string): Date => new Date(`2026-11-24T${time}:00Z`);

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

/** The callback of a client who called at nine, given at ten. */
const givenCallback = async (clientPhoneHash: ReturnType<typeof somePhoneHash>): Promise<number> => {
  const { historyId } = await givenCall(db, { callDate: at('09:00'), clientPhoneHash });
  const wish = { historyId, kind: 'callback', ownerId: clinic.operator.id } as const;
  const context = { id: newId(), actorId: clinic.admin.id, at: at('10:00') };
  await receive(db, assignmentCreate.of({ ...wish, dueAt: at('18:00').toISOString() }, context), at('10:00'));
  return (await db.assignment.findFirstOrThrow({ where: { historyId } })).id;
};
const announce = (historyId: number, revision: number) =>
  hear(db, callMatchDue.of({ historyId, revision }), at('17:00'), `match-${historyId}-r${revision}`);
/** The clinic talks with the client. @returns the call's id */
const talk = async (clientPhoneHash: ReturnType<typeof somePhoneHash>, time: string): Promise<number> => {
  const call = { callDate: at(time), direction: 'outbound', clientPhoneHash, talkDuration: 95 } as const;
  const { historyId } = await givenCall(db, { ...call, turns: null });
  await announce(historyId, 1);
  return historyId;
};
/** What is known of a call changes. */
const correct = async (historyId: number, data: Prisma.CallUncheckedUpdateInput, revision = 2) => {
  await db.call.update({ where: { historyId }, data });
  await announce(historyId, revision);
};
const standing = async (id: number) => {
  const { state, result, verifiedByCall } = await db.assignment.findUniqueOrThrow({ where: { id } });
  return { state, result, by: verifiedByCall === null ? null : Number(verifiedByCall) };
};
const ON_WORD = { state: 'done', result: null, by: null };
/** What the service said of a correction. */
const saidOf = async (historyId: number, revision = 2) => {
  const messages = await outboxMessages(db);
  return messages.filter(({ causedBy }) => causedBy === `match-${historyId}-r${revision}`);
};

test.each<[string, Prisma.CallUncheckedUpdateInput]>([
  ['shorter', { talkDuration: 29 }],
  ['an incoming one', { direction: 'inbound' }],
  ['another client’s', { clientPhoneHash: somePhoneHash() }],
])(
  'a call that turns out to be %s proves nothing any more: the callback stays done, and its giver is told',
  async (_, correction) => {
    const phone = somePhoneHash();
    const id = await givenCallback(phone);
    const by = await talk(phone, '11:00');
    expect(await standing(id)).toMatchObject({ by });

    await correct(by, correction);

    expect(await standing(id)).toEqual(ON_WORD);
    const [line, told, ...rest] = await saidOf(by);
    expect(line).toMatchObject({
      type: 'admin.action',
      actorId: null,
      payload: {
        action: 'assignment.unverify',
        subject: { kind: 'assignment', id: String(id) },
        before: { state: 'done', verifiedByCall: by },
        after: { state: 'done' },
      },
    });
    expect(told).toMatchObject({
      type: 'assignment.unverified',
      payload: { assignmentId: id, byCall: by, givenById: clinic.admin.id },
    });
    expect(rest).toEqual([]);
  },
);

test('a call in whose transcript a machine answers proves nothing any more', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const by = await talk(phone, '11:00');
  const turns = [{ speaker: 'client', t: null, text: 'Абонент временно недоступен' }];
  await db.callTranscript.upsert({
    where: { historyId: by },
    create: { historyId: by, turns },
    update: { turns },
  });
  await announce(by, 2);
  expect(await standing(id)).toEqual(ON_WORD);
});

test('what its owner said of it stays', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const said = { assignmentId: id, result: 'booked' } as const;
  const context = { id: newId(), actorId: clinic.operator.id, at: at('12:00') };
  await receive(db, assignmentComplete.of(said, context), at('12:00'));
  const by = await talk(phone, '11:50');
  await correct(by, { talkDuration: 5 });
  expect(await standing(id)).toEqual({ ...ON_WORD, result: 'booked' });
});

test('another talk with the client takes its place, and nobody is rung', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const by = await talk(phone, '12:00');
  const earlier = await talk(phone, '11:00');
  expect(await standing(id)).toMatchObject({ by });
  await correct(by, { talkDuration: 0 });
  expect(await standing(id)).toMatchObject({ state: 'done', by: earlier });
  expect((await saidOf(by)).map(({ type }) => type)).toEqual([
    'admin.action',
    'assignment.verified',
    'admin.action',
  ]);
});

test('corrected back, it is the proof again; a correction that changes nothing of the talk says nothing', async () => {
  const phone = somePhoneHash();
  const id = await givenCallback(phone);
  const by = await talk(phone, '11:00');
  await correct(by, { talkDuration: 60 });
  expect(await saidOf(by)).toEqual([]);
  await correct(by, { talkDuration: 3 }, 3);
  await correct(by, { talkDuration: 95 }, 4);
  expect(await standing(id)).toMatchObject({ state: 'done', by });
});
