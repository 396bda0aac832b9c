import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrate, MIGRATIONS_FOLDER } from '../src/index.js';
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
