import { assignmentCreate, callMatchDue } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, somePhoneHash, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hear, newId, receive } from '../support/received.js';

const NINE = new Date('2026-11-24T09:00:00Z');
const GIVEN_MINUTE = 60;
const afterNine = (minute: number): Date => new Date(NINE.getTime() + minute * 60_000);

let db: DbClient;
let clinic: Clinic;

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

/** `own`: the number that called; `second`: another one of the client; `stranger`: somebody else's. */
type Whose = 'own' | 'second' | 'stranger';
type Made =
  | { kind: 'dial'; to: Whose; minute: number; talk: number }
  /** The client calls from a number (hidden: null) and names another. */
  | { kind: 'names'; from: Whose | null; says: Whose };

const dial = fc.record({
  kind: fc.constant('dial' as const),
  to: fc.constantFrom<Whose>('own', 'second', 'stranger'),
  minute: fc.integer({ min: 0, max: 300 }),
  talk: fc.constantFrom(0, 29, 30, 120),
});
const names = fc.constantFrom<Made>(
  { kind: 'names', from: 'own', says: 'second' },
  { kind: 'names', from: 'second', says: 'own' },
  { kind: 'names', from: null, says: 'second' },
  { kind: 'names', from: 'second', says: 'stranger' },
);

const isTie = (one: Made): boolean =>
  one.kind === 'names' &&
  ((one.from === 'own' && one.says === 'second') || (one.from === 'second' && one.says === 'own'));

/** Whether somebody spoke with the client after the callback was given, whenever all of this became known. */
const isAnswered = (made: readonly Made[]): boolean =>
  made.some(
    (one) =>
      one.kind === 'dial' &&
      one.talk >= 30 &&
      one.minute >= GIVEN_MINUTE &&
      (one.to === 'own' || (one.to === 'second' && made.some(isTie))),
  );

type Phones = Record<Whose, ReturnType<typeof somePhoneHash>>;

/** The client calls at nine; at ten somebody is given the callback. @returns the call's id */
const givenCallback = async ({ own }: Phones): Promise<number> => {
  const { historyId } = await givenCall(db, { callDate: NINE, clientPhoneHash: own });
  const given = afterNine(GIVEN_MINUTE);
  await receive(
    db,
    assignmentCreate.of(
      { historyId, kind: 'callback', ownerId: clinic.operator.id, dueAt: afterNine(600).toISOString() },
      { id: newId(), actorId: clinic.admin.id, at: given },
    ),
    given,
  );
  return historyId;
};

const callOf = (one: Made, phones: Phones): Parameters<typeof givenCall>[1] =>
  one.kind === 'names'
    ? { callDate: afterNine(30), clientPhoneHash: one.from && phones[one.from], turns: null }
    : {
        callDate: afterNine(one.minute),
        direction: 'outbound',
        clientPhoneHash: phones[one.to],
        talkDuration: one.talk,
        turns: null,
      };

/** A call is taken in, for the first time. */
const becomesKnown = async (one: Made, phones: Phones): Promise<void> => {
  const { historyId } = await givenCall(db, callOf(one, phones));
  if (one.kind === 'names') await db.saidPhone.create({ data: { historyId, phoneHash: phones[one.says] } });
  await hear(db, callMatchDue.of({ historyId, revision: 1 }), afterNine(400));
};

test('the same calls prove a callback in whatever order they become known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(dial, names), { maxLength: 5 }), async (made) => {
      const phones = { own: somePhoneHash(), second: somePhoneHash(), stranger: somePhoneHash() };
      const historyId = await givenCallback(phones);
      for (const one of made) await becomesKnown(one, phones);
      const { state } = await db.assignment.findFirstOrThrow({ where: { historyId } });
      expect(state).toBe(isAnswered(made) ? 'done' : 'open');
    }),
    {
      numRuns: 15,
      // The call that explains the call-back comes in after it.
      examples: [
        [
          [
            { kind: 'dial', to: 'second', minute: 90, talk: 60 },
            { kind: 'names', from: 'second', says: 'own' },
          ],
        ],
      ],
    },
  );
});
