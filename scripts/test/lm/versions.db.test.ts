import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handlersWith as auditHandlersWith } from '@perezvon/audit';
import type { DbClient } from '@perezvon/db';
import { givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { LmScoringEnvironment, start as startScoring } from '@perezvon/lm-scoring';
import { startHarness, type Harness } from '@perezvon/messaging/testing';
import { givenLiveScoring, runLm } from './run-lm.js';

const RULES = fileURLToPath(new URL('../../../packages/lm/rules', import.meta.url));
const ADDITIONS = `services:
  offered:
    - name: МРТ
      said: [мрт]
`;

describe('npm run lm -- versions', () => {
  let db: DbClient;
  let url: string;
  let clinic: Clinic;
  let directory: string;
  let shipped: string;
  let harness: Harness;
  let stopScoring: () => Promise<void>;
  beforeAll(async () => {
    ({ db, url } = await testDatabase());
    clinic = await givenClinic(db);
    directory = await mkdtemp(join(tmpdir(), 'versions-'));
    harness = await startHarness({ db, backend: { kind: 'postgres', url } });
    harness.relay();
    harness.consume('audit', auditHandlersWith({ home: tmpdir(), log: silentLog }));
    stopScoring = await startScoring(harness.deps, LmScoringEnvironment.parse({}));
    shipped = (await activeVersion()).tag;
  });
  afterAll(async () => {
    await stopScoring();
    await harness.stop();
    await rm(directory, { recursive: true });
  });
  beforeEach(() => givenLiveScoring(db));

  const activeVersion = () => db.lmRuleset.findFirstOrThrow({ where: { state: 'active' } });
  const lm = (...argv: string[]) => runLm(url, argv);
  const versions = (...argv: string[]) => lm('versions', ...argv);
  const tagIn = (text: string): string => /v\d+\.\d+\.\d+\+[0-9a-f]{8}/.exec(text)?.[0] ?? '';

  /** A copy of the shipped rules with a change in one file. */
  const changedRules = async (name: string, change: (complaint: string) => string): Promise<string> => {
    const copy = join(directory, name);
    await cp(RULES, copy, { recursive: true });
    const file = join(copy, 'complaint.yaml');
    await writeFile(file, change(await readFile(file, 'utf8')));
    return copy;
  };

  test('help shows the commands on files and those on the database as one list', async () => {
    const { code, out } = await lm('--help');
    expect(code).toBe(0);
    for (const command of ['score --input', 'rules check', 'versions [list]', 'versions activate TAG'])
      expect(out).toContain(command);
  });

  test('a directory of rules goes into the shadow, becomes active, and is rolled back; each in the log', async () => {
    const rules = await changedRules('new', (text) => `${text}\n# Another word.\n`);

    const published = await versions('shadow', rules, '--note', 'more words');
    expect(published).toMatchObject({ code: 0, out: expect.stringContaining('ruleset.shadow: done') });
    const tag = tagIn(published.out);
    expect((await versions()).out).toMatch(
      new RegExp(`${tag.replace('+', '\\+')}  shadow   published .* more words`),
    );
    expect(await versions('show', tag)).toMatchObject({
      code: 0,
      out: expect.stringContaining('this engine runs it'),
    });

    expect(await versions('activate', tag)).toMatchObject({
      code: 0,
      out: `ruleset.activate: done, ${tag}\n`,
    });
    expect((await activeVersion()).tag).toBe(tag);
    expect(await versions('roll-back')).toMatchObject({
      code: 0,
      out: `ruleset.roll_back: done, ${shipped}\n`,
    });
    expect((await activeVersion()).tag).toBe(shipped);

    const log = await db.adminActionLog.findMany({
      where: { actorId: clinic.supremeDev.id },
      orderBy: { seq: 'asc' },
    });
    expect(log.map(({ action, subjectId, outcome }) => [action, subjectId, outcome])).toEqual([
      ['ruleset.shadow', tag, 'done'],
      ['ruleset.activate', tag, 'done'],
      ['ruleset.roll_back', shipped, 'done'],
    ]);
  });

  test('the clinic’s additions come over the active rules, are in force when activated, and go again', async () => {
    const file = join(directory, 'clinic.yaml');
    await writeFile(file, ADDITIONS);

    const tag = tagIn((await versions('additions', file)).out);
    expect(await db.lmRuleset.findUnique({ where: { tag } })).toMatchObject({
      state: 'shadow',
      note: expect.stringContaining(shipped),
      content: expect.objectContaining({ 'clinic.yaml': ADDITIONS }),
    });
    expect(await versions('additions', '--show')).toMatchObject({ code: 0, out: '' });

    await versions('activate', tag);
    expect(await versions('additions', '--show')).toMatchObject({ code: 0, out: ADDITIONS });
    const withoutThem = await versions('additions', '--remove');
    // The shipped rules are stored already: they go back into the shadow.
    expect(tagIn(withoutThem.out)).toBe(shipped);
    await versions('activate', shipped);
    expect(await versions('additions', '--show')).toMatchObject({ out: '' });
  });

  describe('what cannot be', () => {
    test('rules with a mistake are not stored; every mistake is named with file and line', async () => {
      const rules = await changedRules('broken', (text) => text.replace(/speaker: \w+/, 'speaker: parrot'));
      const before = await db.lmRuleset.count();

      const { code, err } = await versions('shadow', rules, '--note', 'broken');

      expect(code).toBe(1);
      expect(err).toMatch(/complaint\.yaml:\d+:\d+ .*speaker/);
      expect(await db.lmRuleset.count()).toBe(before);
    });

    test('an admin is denied, and the log keeps the attempt', async () => {
      const { code, err } = await versions('roll-back', '--as', String(clinic.admin.telegramId));

      expect({ code, err }).toEqual({
        code: 1,
        err: 'ruleset.roll_back: denied, permission.missing: only a supreme_dev may do this (SUPREME_DEV_TELEGRAM_IDS)\n',
      });
      expect(await db.adminActionLog.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
        actorId: clinic.admin.id,
        action: 'ruleset.roll_back',
        outcome: 'denied',
      });
    });

    test('a refusal says what to do', async () => {
      expect(await versions('activate', shipped)).toMatchObject({
        code: 1,
        err: 'ruleset.activate: denied, ruleset.already_active: this version is the active one already\n',
      });
      expect(await versions('show', 'v0.0.1+00000000')).toMatchObject({
        code: 1,
        err: 'no version v0.0.1+00000000 is stored: npm run lm -- versions list\n',
      });
      expect(await versions('shadow', join(directory, 'nowhere'), '--note', 'x')).toMatchObject({
        code: 1,
        err: expect.stringContaining('cannot read the rules in'),
      });
    });

    test.each([
      [['activate', 'latest']],
      [['activate']],
      [['shadow', '.']],
      [['additions']],
      [['additions', 'a.yaml', '--show']],
      [['polish']],
      [['list', 'x', 'y']],
    ])('a wrong call is shown the way: %j', async (argv) => {
      const { code, err } = await versions(...argv);
      expect(code).toBe(2);
      expect(err).toContain('versions activate TAG');
    });
  });

  test('with nothing running the action is accepted, and the command says when it is done', async () => {
    const { db: idle, url: idleUrl } = await testDatabase();
    await givenClinic(idle);
    const { code, err } = await runLm(idleUrl, ['versions', 'roll-back']);

    expect(code).toBe(1);
    expect(err).toContain('done at the next npm start');
    expect(await idle.outbox.count({ where: { queue: 'lm-scoring' } })).toBe(1);
  });
});
