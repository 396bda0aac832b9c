import { cp, mkdtemp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrate, MIGRATIONS_FOLDER, type DbClient } from '../src/index.js';
import { testDatabase } from '../src/testing/index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perezvon-migrations-'));
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const addMigration = async (name: string, sql: string): Promise<void> => {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), sql);
};

test('a migrated database has nothing left to do', async () => {
  const { url } = await testDatabase();
  expect(await migrate(url)).toEqual([]);
});

test('processes that start side by side apply a migration once', async () => {
  const { url } = await testDatabase();
  await addMigration('29990101000000_extra', 'CREATE TABLE extra (id int PRIMARY KEY);');
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
  expect(applied.flat()).toEqual(['29990101000000_extra']);
});

test('a migration that fails leaves nothing behind and names itself', async () => {
  const { db, url } = await testDatabase();
  await addMigration('29990101000000_broken', 'CREATE TABLE half (id int); SELECT no_such_function();');
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'database.migration_failed',
    message: expect.stringContaining('29990101000000_broken'),
  });
  expect(await db.$queryRaw`SELECT to_regclass('half')::text AS half`).toEqual([{ half: null }]);
});

test('a migration edited after it was applied stops the start', async () => {
  const { url } = await testDatabase();
  await addMigration('29990101000000_extra', 'CREATE TABLE extra (id int PRIMARY KEY);');
  await migrate(url, folder);
  await writeFile(join(folder, '29990101000000_extra', 'migration.sql'), 'CREATE TABLE other (id int);');
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'database.migration_changed' });
});

/** The database as it was before this migration. @returns the names of those that are missing now */
const goBackBefore = async (db: DbClient, url: string, first: string): Promise<string[]> => {
  const later = (await readdir(folder)).filter((name) => name >= first && /^\d/.test(name)).toSorted();
  const aside = await mkdtemp(join(tmpdir(), 'perezvon-later-'));
  for (const name of later) await rename(join(folder, name), join(aside, name));
  await db.$executeRaw`DROP SCHEMA public CASCADE`;
  await db.$executeRaw`CREATE SCHEMA public`;
  await migrate(url, folder);
  for (const name of later) await rename(join(aside, name), join(folder, name));
  await rm(aside, { recursive: true });
  return later;
};

test('a code that several operators have is nobody’s after the upgrade, so that none sees another’s calls', async () => {
  const { db, url } = await testDatabase();
  const later = await goBackBefore(db, url, '20261126002740_operator_codes_once');
  await db.$executeRaw`
    INSERT INTO users (telegram_id, first_name, role, status, operator_code) VALUES
      (1, 'Ольга', 'operator', 'active', 'op-1'), (2, 'Павел', 'operator', 'active', 'op-1'),
      (3, 'Пётр', 'operator', 'active', 'op-2'), (4, 'Анна', 'operator', 'blocked', 'op-2')`;
  expect(await migrate(url, folder)).toEqual(later);
  const users = await db.user.findMany({ orderBy: { telegramId: 'asc' }, select: { operatorCode: true } });
  expect(users.map(({ operatorCode }) => operatorCode)).toEqual([null, null, 'op-2', 'op-2']);
});

test('work that is open before the upgrade gets a clock, and a returning complaint its place', async () => {
  const { db, url } = await testDatabase();
  const later = await goBackBefore(db, url, '20261126035500_kinds_of_assignments');
  await db.$executeRaw`
    INSERT INTO users (telegram_id, first_name, role, status) VALUES (1, 'Анна', 'admin', 'active'), (2, 'Ольга', 'operator', 'active')`;
  await db.$executeRaw`
    INSERT INTO calls (history_id, call_date, direction, content_hash, client_phone_hash)
    SELECT id, now() - interval '10 days' + id * interval '1 hour', 'inbound', '\\x00', '\\x01' FROM generate_series(1, 3) AS id`;
  await db.$executeRaw`
    INSERT INTO call_scores (history_id, lm_version_tag, revision, is_current, call_date, calc_profile, valid_dialogue,
      outcome, gates, evidence, ruled_out, complaint_risk_flag, complaint_risk_score)
    SELECT history_id, 'v1', 1, true, call_date, 'default', true, 'complaint', '{}', '[]', '[]', history_id <> 1, 80 FROM calls`;
  await db.$executeRaw`
    INSERT INTO assignments (history_id, kind, state, owner_id, given_by_id, due_at, created_at, closed_at) VALUES
      (1, 'callback', 'open', 2, 1, now() - interval '3 days', now() - interval '5 days', NULL),
      (2, 'training', 'in_progress', 2, 1, now() + interval '3 days', now() - interval '5 days', NULL),
      (3, 'review', 'done', 2, 1, now() - interval '3 days', now() - interval '5 days', now() - interval '4 days')`;

  expect(await migrate(url, folder)).toEqual(later);

  const work = await db.assignment.findMany({ orderBy: { historyId: 'asc' } });
  expect(work.map(({ remindAt, verifiedAt }) => [remindAt !== null, verifiedAt])).toEqual([
    [true, null],
    [true, null],
    [false, null],
  ]);
  expect(work.every(({ openedAt, createdAt }) => openedAt.getTime() === createdAt.getTime())).toBe(true);
  const scores = await db.callScore.findMany({
    orderBy: { historyId: 'asc' },
    select: { clientCallNumber: true },
  });
  expect(scores.map(({ clientCallNumber }) => clientCallNumber)).toEqual([null, 2, 3]);
});
