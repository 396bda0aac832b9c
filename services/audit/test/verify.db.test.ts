import type { DbClient } from '@perezvon/db';
import { testDatabase } from '@perezvon/db/testing';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { GENESIS, hashOf, type Head } from '../src/domain/chain.js';
import { findHead, listRowsAfter } from '../src/store/log.js';
import { verifyLog } from '../src/verify/verify-log.js';
import { givenLog, givenPages, tamper } from './given-log.js';

let db: DbClient;
beforeEach(async () => {
  ({ db } = await testDatabase());
});

const verify = (kept: Head | null = null) => verifyLog(db, { kept, onProgress: () => {} });

/** Computes every hash anew, as a forger with the source code would. */
const reseal = async () => {
  let previous = GENESIS.hash;
  const statements: string[] = [];
  for (const [index, row] of (await listRowsAfter(db, { seq: 0n, limit: 1_000 })).entries()) {
    const hash = hashOf(previous, { ...row, seq: BigInt(index + 1) });
    const hex = (bytes: Uint8Array) => `'\\x${Buffer.from(bytes).toString('hex')}'`;
    statements.push(
      `UPDATE admin_action_logs SET seq = ${index + 1}, prev_hash = ${hex(previous)}, hash = ${hex(hash)} WHERE seq = ${row.seq}`,
    );
    previous = hash;
  }
  await tamper(db, ...statements);
};

test('an empty log is sound, and so is one of several pages', async () => {
  expect(await verify()).toEqual({ head: GENESIS, broken: null });

  await givenLog(db, 3);
  await tamper(db, 'TRUNCATE admin_action_logs');
  await givenPages(db, 1_100);
  const progress: bigint[] = [];
  const { head, broken } = await verifyLog(db, {
    kept: null,
    onProgress: (checked) => progress.push(checked),
  });

  expect(broken).toBeNull();
  expect(head.seq).toBe(1_100n);
  expect(progress).toEqual([1_000n, 1_100n]);
});

describe('the first bad row is named', () => {
  test.each([
    [
      'a changed actor',
      'UPDATE admin_action_logs SET actor_id = 99 WHERE seq = 3',
      3n,
      'row was changed after it was written',
    ],
    [
      'a changed value',
      `UPDATE admin_action_logs SET after = '{"state": "failed"}' WHERE seq = 4`,
      4n,
      'row was changed after it was written',
    ],
    [
      'a changed time',
      `UPDATE admin_action_logs SET at = at + interval '1 ms' WHERE seq = 2`,
      2n,
      'row was changed after it was written',
    ],
    [
      'another role',
      `UPDATE admin_action_logs SET actor_role = 'admin' WHERE seq = 5`,
      5n,
      'row was changed after it was written',
    ],
    ['a missing first row', 'DELETE FROM admin_action_logs WHERE seq = 1', 1n, 'row is missing'],
    ['a missing row in the middle', 'DELETE FROM admin_action_logs WHERE seq = 3', 3n, 'row is missing'],
    [
      'a value of another shape',
      `UPDATE admin_action_logs SET after = '[1, {"a": {}}]' WHERE seq = 2`,
      2n,
      'row was changed after it was written',
    ],
  ])('%s', async (_, statement, seq, problem) => {
    await givenLog(db, 6);
    await tamper(db, statement);

    expect(await verify()).toMatchObject({ head: { seq: seq - 1n }, broken: { seq, problem } });
  });
});

describe('with a head kept elsewhere', () => {
  test('a sound log that has grown since holds it', async () => {
    await givenLog(db, 3);
    const kept = await findHead(db);
    await givenLog(db, 6);

    expect(await verify(kept)).toMatchObject({ head: { seq: 6n }, broken: null });
  });

  test('a tail that was cut off is noticed, which without a head it is not', async () => {
    await givenLog(db, 5);
    const kept = await findHead(db);
    await tamper(db, 'DELETE FROM admin_action_logs WHERE seq > 3');

    expect((await verify()).broken).toBeNull();
    expect((await verify(kept)).broken).toEqual({
      seq: 5n,
      problem: 'log ends before the head kept outside it',
    });
  });

  test('a log that was rewritten and sealed again is noticed', async () => {
    await givenLog(db, 5);
    const kept = await findHead(db);
    await tamper(db, 'UPDATE admin_action_logs SET actor_id = 99 WHERE seq = 2');
    await reseal();

    expect((await verify()).broken).toBeNull();
    expect((await verify(kept)).broken).toEqual({
      seq: 5n,
      problem: 'log was rewritten: the head kept outside it is another',
    });
  });
});
