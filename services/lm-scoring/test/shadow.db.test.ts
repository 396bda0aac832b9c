import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PRIORITIES } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenScore, silentLog, testDatabase } from '@perezvon/db/testing';
import { processMessage, type Log, type ProcessingDeps } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { handlersWith } from '../src/index.js';
import { aProcess, contentNamed, givenVersion, received, shadowDue, tagOf } from './given-versions.js';

const NOW = '2026-11-24T12:00:00.000Z';
const ACTIVE = contentNamed('active');
const CALM = contentNamed('calm', 'calm');
const BREAKING = contentNamed('breaking', 'breaking');

let db: DbClient;
let deps: ProcessingDeps;
beforeAll(async () => {
  ({ db } = await testDatabase());
  deps = { db, log: silentLog, now: clockAt(NOW) };
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.lmRuleset.deleteMany();
  await givenVersion(db, ACTIVE, { state: 'active' });
});

const process = (message: unknown, log: Log = silentLog) =>
  processMessage('lm-scoring', message, handlersWith(aProcess(log)), deps);
const scoresOf = async (historyId: number) => {
  const rows = await db.callScore.findMany({ where: { historyId } });
  return Object.fromEntries(rows.map((row) => [row.lmVersionTag, row]));
};
const waiting = () =>
  db.outbox.findMany({ select: { message: true, priority: true, queue: true }, orderBy: { id: 'asc' } });

describe('with a version in shadow', () => {
  beforeEach(() => givenVersion(db, CALM, { state: 'shadow' }));

  test('a call’s active score comes first; the shadow is asked for when nobody waits', async () => {
    const { historyId } = await givenCall(db);

    await process(received(historyId));

    expect(Object.keys(await scoresOf(historyId))).toEqual([tagOf(ACTIVE)]);
    expect(await waiting()).toMatchObject([
      { message: { type: 'call.scored' }, priority: PRIORITIES.live },
      { message: { type: 'call.alarmed' }, priority: PRIORITIES.live },
      {
        message: { type: 'call.shadow_due', payload: { historyId, revision: 1 } },
        priority: PRIORITIES.bulk,
        queue: 'lm-scoring',
      },
    ]);
  });

  test('its score stands beside the current one and is not announced', async () => {
    const { historyId, callDate } = await givenCall(db);
    await process(received(historyId));
    await db.outbox.deleteMany();

    await process(shadowDue(historyId));

    expect(await scoresOf(historyId)).toMatchObject({
      [tagOf(ACTIVE)]: { isCurrent: true, complaintRiskFlag: true },
      [tagOf(CALM)]: { isCurrent: false, complaintRiskFlag: false, revision: 1, callDate },
    });
    expect(await outboxMessages(db)).toMatchObject([
      { type: 'scores.stored', payload: { callDates: [callDate.toISOString()] } },
    ]);
  });

  test('a message about an older revision, a deleted call or a retired version does nothing', async () => {
    const [changed, deleted, other] = [await givenCall(db), await givenCall(db), await givenCall(db)];
    await db.call.update({ where: { historyId: changed.historyId }, data: { revision: 2 } });
    await db.call.delete({ where: { historyId: deleted.historyId } });

    expect(await process(shadowDue(changed.historyId))).toBe('done');
    expect(await process(shadowDue(deleted.historyId))).toBe('done');
    await db.lmRuleset.update({ where: { tag: tagOf(CALM) }, data: { state: 'retired' } });
    expect(await process(shadowDue(other.historyId))).toBe('done');

    for (const { historyId } of [changed, deleted, other]) expect(await scoresOf(historyId)).toEqual({});
    expect(await outboxMessages(db)).toEqual([]);
  });

  test('one that comes late does not replace what a newer revision of the call got meanwhile', async () => {
    const call = await givenCall(db);
    await givenScore(db, call, { lmVersionTag: tagOf(CALM), isCurrent: false, revision: 2 });

    await process(shadowDue(call.historyId));

    expect(await scoresOf(call.historyId)).toMatchObject({ [tagOf(CALM)]: { revision: 2 } });
  });

  test('a score that is shown stays as it is when its version goes back into the shadow', async () => {
    const call = await givenCall(db);
    await givenScore(db, call, { lmVersionTag: tagOf(CALM) });

    await process(shadowDue(call.historyId));

    expect(await scoresOf(call.historyId)).toMatchObject({ [tagOf(CALM)]: { isCurrent: true } });
  });

  test('one that breaks is left out and logged without a word of the call; everybody else’s score is there', async () => {
    await givenVersion(db, BREAKING, { state: 'shadow' });
    const logged: object[] = [];
    const log: Log = { ...silentLog, error: (fields) => logged.push(fields) };
    const { historyId } = await givenCall(db);

    expect(await process(received(historyId), log)).toBe('done');
    expect(await process(shadowDue(historyId), log)).toBe('done');

    expect(Object.keys(await scoresOf(historyId)).toSorted()).toEqual(
      [tagOf(ACTIVE), tagOf(CALM)].toSorted(),
    );
    expect(logged).toMatchObject([
      { historyId, err: { message: expect.stringContaining(`broke the engine ${tagOf(BREAKING)}`) } },
    ]);
    expect(JSON.stringify(logged.map((fields) => String(Object(fields).err)))).not.toContain('перезвонить');
  });

  test('one that cannot be read is passed over', async () => {
    await givenVersion(db, contentNamed('bad', 'unreadable'), { state: 'shadow' });
    const { historyId } = await givenCall(db);

    await process(received(historyId));
    await process(shadowDue(historyId));

    expect(Object.keys(await scoresOf(historyId)).toSorted()).toEqual(
      [tagOf(ACTIVE), tagOf(CALM)].toSorted(),
    );
  });
});

test('without a version in shadow nothing more is sent', async () => {
  await givenVersion(db, CALM);
  await givenVersion(db, contentNamed('model'), { state: 'shadow', kind: 'llm' });
  const { historyId } = await givenCall(db);

  await process(received(historyId));

  expect((await outboxMessages(db)).map(({ type }) => type)).toEqual(['call.scored', 'call.alarmed']);
});
