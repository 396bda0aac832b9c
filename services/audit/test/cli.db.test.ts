import { rm } from 'node:fs/promises';
import type { DbClient } from '@perezvon/db';
import { silentLog, testDatabase } from '@perezvon/db/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runAuditCli } from '../src/cli/verify.js';
import { createHeadKeeper } from '../src/tasks/keep-head.js';
import { givenHome, givenLog, tamper } from './given-log.js';

let db: DbClient;
let url: string;
let home: string;
beforeEach(async () => {
  ({ db, url } = await testDatabase());
  home = await givenHome();
});
afterEach(() => rm(home, { recursive: true }));

const run = async (argv: string[], env: NodeJS.ProcessEnv = { DATABASE_URL: url, PEREZVON_HOME: home }) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runAuditCli(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env,
    terminal: null,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

test('a sound log ends with 0 and says how long it is', async () => {
  await givenLog(db, 3);
  await createHeadKeeper({ db, log: silentLog }, home)();

  const { code, out } = await run(['verify']);

  expect(code).toBe(0);
  expect(out).toContain('sound: 3 entries');
  expect(out).toContain('entry 3');
});

test('without a kept head it says what could go unnoticed', async () => {
  await givenLog(db, 1);

  expect(await run(['verify'])).toMatchObject({ code: 0, out: expect.stringContaining('No head is kept') });
});

test('a broken log ends with 1 and names the first bad row', async () => {
  await givenLog(db, 4);
  await tamper(db, 'UPDATE admin_action_logs SET actor_id = 99 WHERE seq IN (2, 3)');

  const { code, err } = await run(['verify']);

  expect(code).toBe(1);
  expect(err).toContain('First bad row: seq 2: row was changed after it was written.');
});

test('a cut-off tail ends with 1', async () => {
  await givenLog(db, 4);
  await createHeadKeeper({ db, log: silentLog }, home)();
  await tamper(db, 'DELETE FROM admin_action_logs WHERE seq = 4');

  expect(await run(['verify'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('seq 4: log ends before'),
  });
});

test.each([[[]], [['verfy']], [['verify', 'more']]])(
  'wrong usage %j ends with 2 and the help',
  async (argv) => {
    expect(await run(argv)).toMatchObject({
      code: 2,
      err: expect.stringContaining('npm run audit -- verify'),
    });
  },
);

test('--help ends with 0', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes') });
});

test.each([
  ['a database that does not answer', 'postgres://nobody@127.0.0.1:1/none', 'does not answer'],
  ['an address that is none', 'mysql://host/db', 'DATABASE_URL'],
])('%s ends with 3 and one line that says so', async (_, databaseUrl, text) => {
  const { code, err } = await run(['verify'], { DATABASE_URL: databaseUrl, PEREZVON_HOME: home });

  expect(code).toBe(3);
  expect(err).toContain(text);
  expect(err.split('\n')).toHaveLength(1);
});
