import { hashPhone, type DbClient } from '@perezvon/db';
import { clockAt, givenClinic, testDatabase } from '@perezvon/db/testing';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ingest } from '../src/ingest.js';
import { givenPhoneKeys, givenRecord } from './given-calls.js';

const phoneKeys = givenPhoneKeys();
const NOW = '2026-11-25T09:00:00.000Z';
const OTHER = '+79167654321';
let db: DbClient;

beforeEach(async () => {
  ({ db } = await testDatabase());
});

const deliver = async (...values: object[]): Promise<void> => {
  async function* stream() {
    for (const [index, value] of values.entries()) yield { line: index + 1, value };
  }
  const onRejected = ({ error }: { error: string }) => {
    throw new Error(error);
  };
  await ingest(
    stream(),
    { zone: null, defaultSource: null, priority: 'live', onRejected },
    { db, phoneKeys, now: clockAt(NOW) },
  );
};

/** What the assignment service is asked to look at. */
const asked = async (): Promise<string[]> =>
  (await db.outbox.findMany({ where: { queue: 'assignment' }, orderBy: { id: 'asc' } })).map(
    ({ messageId }) => messageId,
  );

const says = (text: string) => ({ transcript: [{ t: 1, speaker: 'client', text }] });
const outgoing = { direction: 'outbound', client_phone: '+79161234567' };

describe('the assignment service hears', () => {
  test('of outgoing calls to a number, once each, and of no other', async () => {
    await deliver(
      givenRecord(1),
      givenRecord(2, outgoing),
      givenRecord(3, { ...outgoing, client_phone: null }),
    );
    await deliver(givenRecord(2, outgoing));
    expect(await asked()).toEqual(['match-2-r1']);
  });

  test('of an outgoing call again when its content changes', async () => {
    await deliver(givenRecord(1, { ...outgoing, talk_duration: 0 }));
    await deliver(givenRecord(1, { ...outgoing, talk_duration: 95 }));
    expect(await asked()).toEqual(['match-1-r1', 'match-1-r2']);
  });

  test('of a call whose client names a number: a call to it may have come in before', async () => {
    await deliver(givenRecord(1, says(`звоните на ${OTHER}`)), givenRecord(2, says('спасибо')));
    expect(await asked()).toEqual(['match-1-r1']);
  });

  test('of a call whose late transcript names a number; a transcript without one is nobody’s news', async () => {
    await deliver(givenRecord(1, { transcript: null }), givenRecord(2, { transcript: null }));
    await deliver(givenRecord(1, says('перезвоните на 8 916 765-43-21')), givenRecord(2, says('спасибо')));
    expect(await asked()).toEqual(['match-1-r2']);
  });

  test('of a call that stands as a call-back, and turns out to be none', async () => {
    await deliver(givenRecord(1, { client_phone: '+79161234567' }), givenRecord(2, outgoing));
    const { admin, operator } = await givenClinic(db);
    await db.assignment.create({
      data: {
        historyId: 1,
        kind: 'callback',
        ownerId: operator.id,
        givenById: admin.id,
        dueAt: NOW,
        updatedAt: NOW,
        calls: { create: { historyId: 2, callDate: NOW, isProof: false } },
      },
    });
    await deliver(givenRecord(2, { ...outgoing, direction: 'inbound', client_phone: null }));
    expect(await asked()).toEqual(['match-2-r1', 'match-2-r2']);
  });
});

describe('numbers that a client names', () => {
  const named = async (historyId: number) =>
    (await db.saidPhone.findMany({ where: { historyId } })).map(({ phoneHash }) => Buffer.from(phoneHash));

  test('are kept as hashes, without the one he calls from', async () => {
    const words = `мой номер 8 916 123 45 67, а лучше звоните на ${OTHER}`;
    await deliver(givenRecord(1, { client_phone: '+79161234567', ...says(words) }));
    expect(await named(1)).toEqual([hashPhone(OTHER, phoneKeys)]);
  });

  test('are those of the last transcript; a delivery without one takes nothing away', async () => {
    await deliver(givenRecord(1, says('звоните на 8 916 111 22 33')));
    await deliver(givenRecord(1, says(`звоните на ${OTHER}`)));
    await deliver(givenRecord(1, { transcript: null, talk_duration: 61 }));
    expect(await named(1)).toEqual([hashPhone(OTHER, phoneKeys)]);
  });
});
