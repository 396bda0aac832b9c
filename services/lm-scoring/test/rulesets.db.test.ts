import { beforeAll, expect, test } from '@jest/globals';
import { withTransaction, type DbClient } from '@perezvon/db';
import { testDatabase } from '@perezvon/db/testing';
import { activateRuleset } from '../src/store/rulesets.js';

let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const version = (tag: string) => ({
  tag,
  engineVersion: '1.0.0',
  hash: 'ab'.repeat(32),
  content: { 'complaint.yaml': `rules of ${tag}` },
});
const activate = (tag: string) => withTransaction(db, (tx) => activateRuleset(tx, version(tag)));
const states = async () => {
  const rows = await db.lmRuleset.findMany({ orderBy: { tag: 'asc' } });
  return rows.map(({ tag, state }) => [tag, state]);
};

test('the newest started version is the active one, the one before is kept and retired', async () => {
  await activate('v1.0.0+00000001');
  await activate('v1.1.0+00000002');
  expect(await states()).toEqual([
    ['v1.0.0+00000001', 'retired'],
    ['v1.1.0+00000002', 'active'],
  ]);

  await activate('v1.0.0+00000001');
  expect(await states()).toEqual([
    ['v1.0.0+00000001', 'active'],
    ['v1.1.0+00000002', 'retired'],
  ]);
  expect(await db.lmRuleset.findUnique({ where: { tag: 'v1.0.0+00000001' } })).toMatchObject({
    content: { 'complaint.yaml': 'rules of v1.0.0+00000001' },
  });
});

test('processes that start at the same moment do not get in each other’s way', async () => {
  await Promise.all(Array.from({ length: 4 }, () => activate('v2.0.0+00000003')));

  expect((await states()).filter(([, state]) => state === 'active')).toEqual([['v2.0.0+00000003', 'active']]);
});
