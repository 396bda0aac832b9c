import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DbClient } from '@perezvon/db';
import { testDatabase } from '@perezvon/db/testing';
import type { Log } from '@perezvon/messaging';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readHeadFile } from '../src/store/head-file.js';
import { findHead } from '../src/store/log.js';
import { createHeadKeeper } from '../src/tasks/keep-head.js';
import { givenHome, givenLog, tamper } from './given-log.js';

let db: DbClient;
let home: string;
let logged: { text: string; fields: object }[];
const note = (fields: object, text: string) => void logged.push({ fields, text });
const log: Log = { debug: note, info: note, warn: note, error: note };
beforeEach(async () => {
  ({ db } = await testDatabase());
  home = await givenHome();
  logged = [];
});
afterEach(() => rm(home, { recursive: true }));

test('the head follows the log, in one file that is always whole', async () => {
  const keepHead = createHeadKeeper({ db, log }, home);
  await keepHead();
  expect(await readHeadFile(home)).toBeNull();

  await givenLog(db, 2);
  await keepHead();
  expect(await readHeadFile(home)).toEqual(await findHead(db));

  await givenLog(db, 5);
  await keepHead();
  await keepHead();
  expect(await readHeadFile(home)).toEqual({ ...(await findHead(db)), seq: 5n });
  expect(await readdir(home)).toEqual(['audit-head.json']);
});

test('it stands in the service’s log too, at the start and every hundred entries', async () => {
  const keepHead = createHeadKeeper({ db, log }, home);
  for (const length of [1, 60, 101, 150]) {
    await givenLog(db, length);
    await keepHead();
  }

  expect(logged.map(({ text, fields }) => [text, Object(fields).seq])).toEqual([
    ['audit log head', '1'],
    ['audit log head', '101'],
  ]);
});

test('two processes with the same home keep the same head', async () => {
  await givenLog(db, 3);
  const [one, other] = [createHeadKeeper({ db, log }, home), createHeadKeeper({ db, log }, home)];

  await Promise.all([one(), other(), one(), other()]);

  expect(await readHeadFile(home)).toEqual(await findHead(db));
});

test('a head that the log no longer holds is an alarm, once, and is never replaced', async () => {
  const keepHead = createHeadKeeper({ db, log }, home);
  await givenLog(db, 4);
  await keepHead();
  const kept = await readHeadFile(home);
  await tamper(db, 'DELETE FROM admin_action_logs WHERE seq > 2');
  await givenLog(db, 4);
  logged = [];

  await keepHead();
  await keepHead();
  // A process that was started after it notices too.
  await createHeadKeeper({ db, log }, home)();

  expect(await readHeadFile(home)).toEqual(kept);
  const alarm = {
    text: 'audit log is not what was written',
    fields: { seq: '4', problem: 'log ends before the head kept outside it' },
  };
  expect(logged).toEqual([alarm, alarm]);
});

test.each([['no JSON'], ['{"seq":"-1","hash":"00"}'], ['']])(
  'a damaged file is not taken for none: %j',
  async (text) => {
    await givenLog(db, 1);
    await writeFile(join(home, 'audit-head.json'), text);

    await expect(createHeadKeeper({ db, log }, home)()).rejects.toThrow('audit-head.json');

    expect(await readFile(join(home, 'audit-head.json'), 'utf8')).toBe(text);
  },
);
