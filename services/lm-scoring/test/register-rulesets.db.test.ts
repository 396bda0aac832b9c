import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenCall, silentLog, testDatabase } from '@perezvon/db/testing';
import { processMessage, type Log } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { compileAhead, handlersWith, registerRulesets, type RulesetContent } from '../src/index.js';
import {
  aProcess,
  compileQuickly,
  contentNamed,
  givenVersion,
  received,
  statesOf,
  tagOf,
} from './given-versions.js';

const AT = new Date('2026-11-24T12:00:00Z');
const RELEASE = contentNamed('release');
const NEXT_RELEASE = contentNamed('next release');
const PUBLISHED = contentNamed('published');
const ADDITIONS = 'services: [mri]';

let db: DbClient;
beforeAll(async () => {
  ({ db } = await testDatabase());
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.lmRuleset.deleteMany();
  await db.setting.deleteMany();
});

/** A process starts with the rules of its release. */
const startWith = (shipped: RulesetContent, log: Log = silentLog) =>
  withTransaction(db, (tx) =>
    registerRulesets(tx, { shipped, rulesets: aProcess(log).rulesets, log, at: AT }),
  );
const logged = async () =>
  (await outboxMessages(db))
    .filter(({ type }) => type === 'admin.action')
    .map(({ actorId, payload }) => ({ actorId, ...Object(payload) }))
    .map(({ actorId, action, subject }) => [actorId, action, subject.id]);

describe('the first start', () => {
  test('makes the shipped rules the active ones, as an act of the system', async () => {
    await startWith(RELEASE);

    expect(await db.lmRuleset.findMany()).toMatchObject([
      { tag: tagOf(RELEASE), state: 'active', origin: 'shipped', content: RELEASE, activatedAt: AT },
    ]);
    expect(await logged()).toEqual([[null, 'ruleset.activate', tagOf(RELEASE)]]);
  });

  test('of several processes at once does so once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => startWith(RELEASE)));

    expect(await statesOf(db)).toEqual({ [tagOf(RELEASE)]: 'active' });
    expect(await logged()).toHaveLength(1);
  });

  test('with rules that cannot be read fails', async () => {
    await expect(startWith(contentNamed('bad', 'unreadable'))).rejects.toThrow('cannot be run');
    expect(await statesOf(db)).toEqual({});
  });
});

test('whoever compiled ahead compiles nothing while others wait: at the first start, and with a new release', async () => {
  for (const shipped of [RELEASE, NEXT_RELEASE]) {
    let compiled = 0;
    const { rulesets } = aProcess(silentLog, (content) => {
      compiled += 1;
      return compileQuickly(content);
    });
    await compileAhead(db, { shipped, rulesets });
    const ahead = compiled;
    await withTransaction(db, (tx) => registerRulesets(tx, { shipped, rulesets, log: silentLog, at: AT }));

    expect(ahead).toBeGreaterThan(0);
    expect(compiled).toBe(ahead);
  }
  expect(await statesOf(db)).toEqual({ [tagOf(RELEASE)]: 'active', [tagOf(NEXT_RELEASE)]: 'shadow' });
});

describe('a restart', () => {
  test('with other files on the disk goes on with the stored rules; the new ones are tried in shadow', async () => {
    await startWith(RELEASE);
    await startWith(NEXT_RELEASE);

    expect(await statesOf(db)).toEqual({ [tagOf(RELEASE)]: 'active', [tagOf(NEXT_RELEASE)]: 'shadow' });
    const { historyId } = await givenCall(db);
    const deps = { db, log: silentLog, now: () => AT };
    await processMessage('lm-scoring', received(historyId), handlersWith(aProcess()), deps);
    expect(await db.callScore.findMany({ where: { historyId } })).toMatchObject([
      { lmVersionTag: tagOf(RELEASE), isCurrent: true },
    ]);
  });

  test('with the same files changes nothing and logs nothing, whatever was decided about them', async () => {
    await startWith(RELEASE);
    await startWith(NEXT_RELEASE);
    await db.lmRuleset.update({ where: { tag: tagOf(NEXT_RELEASE) }, data: { state: 'retired' } });
    await db.outbox.deleteMany();

    await startWith(NEXT_RELEASE);

    expect(await statesOf(db)).toEqual({ [tagOf(RELEASE)]: 'active', [tagOf(NEXT_RELEASE)]: 'retired' });
    expect(await outboxMessages(db)).toEqual([]);
  });

  test('of a later release takes the place of the one before in shadow, not of what people put there', async () => {
    await startWith(RELEASE);
    await givenVersion(db, PUBLISHED, { state: 'shadow' });
    await startWith(NEXT_RELEASE);
    await startWith(contentNamed('the release after'));

    expect(await statesOf(db)).toEqual({
      [tagOf(RELEASE)]: 'active',
      [tagOf(PUBLISHED)]: 'shadow',
      [tagOf(NEXT_RELEASE)]: 'retired',
      [tagOf(contentNamed('the release after'))]: 'shadow',
    });
  });
});

describe('a release with another engine', () => {
  const OLD = { engineVersion: '0.9.0' };

  test('goes on with the same rules under its own tag: no person has to decide', async () => {
    const old = await givenVersion(db, RELEASE, { ...OLD, state: 'active', origin: 'shipped' });

    await startWith(RELEASE);

    expect(await statesOf(db)).toEqual({ [old]: 'retired', [tagOf(RELEASE)]: 'active' });
    expect(await logged()).toEqual([[null, 'ruleset.activate', tagOf(RELEASE)]]);
  });

  test('keeps what people activated and what is in shadow; its own rules join the shadow', async () => {
    const active = await givenVersion(db, PUBLISHED, { ...OLD, state: 'active' });
    const tried = contentNamed('tried');
    const shadow = await givenVersion(db, tried, { ...OLD, state: 'shadow' });

    await startWith(NEXT_RELEASE);

    expect(await statesOf(db)).toEqual({
      [active]: 'retired',
      [tagOf(PUBLISHED)]: 'active',
      [shadow]: 'retired',
      [tagOf(tried)]: 'shadow',
      [tagOf(NEXT_RELEASE)]: 'shadow',
    });
  });

  test('that cannot read the active rules takes its own, and says so', async () => {
    const active = await givenVersion(db, contentNamed('bad', 'unreadable'), { ...OLD, state: 'active' });
    const errors: object[] = [];

    await startWith(RELEASE, { ...silentLog, error: (fields) => errors.push(fields) });

    expect(await statesOf(db)).toEqual({ [active]: 'retired', [tagOf(RELEASE)]: 'active' });
    expect(errors).toMatchObject([{ lmVersionTag: active }]);
  });

  test('still being rolled out: a process of the other release scores under its own tag, and loses no call', async () => {
    const other = await givenVersion(db, RELEASE, { engineVersion: '99.0.0', state: 'active' });
    const { historyId } = await givenCall(db);

    const deps = { db, log: silentLog, now: () => AT };
    await processMessage('lm-scoring', received(historyId), handlersWith(aProcess()), deps);

    expect(await db.callScore.findMany({ where: { historyId } })).toMatchObject([
      { lmVersionTag: tagOf(RELEASE), isCurrent: true },
    ]);
    expect(await statesOf(db)).toEqual({ [other]: 'active', [tagOf(RELEASE)]: 'retired' });
  });
});

describe('the clinic’s additions in force', () => {
  const withAdditions = (content: RulesetContent) => ({ ...content, 'clinic.yaml': ADDITIONS });
  beforeEach(() => db.setting.create({ data: { key: 'lm.additions', value: { 'clinic.yaml': ADDITIONS } } }));

  test('are put on top of the rules of every release', async () => {
    await givenVersion(db, withAdditions(RELEASE), { state: 'active' });

    await startWith(RELEASE);
    await startWith(NEXT_RELEASE);

    expect(await statesOf(db)).toEqual({
      [tagOf(withAdditions(RELEASE))]: 'active',
      [tagOf(withAdditions(NEXT_RELEASE))]: 'shadow',
    });
  });

  test('that a release does not take: the active rules go on, and the log says what to do', async () => {
    await givenVersion(db, withAdditions(RELEASE), { state: 'active' });
    const errors: object[] = [];

    await startWith(contentNamed('picky', 'unreadable'), {
      ...silentLog,
      error: (fields) => errors.push(fields),
    });

    expect(await statesOf(db)).toEqual({ [tagOf(withAdditions(RELEASE))]: 'active' });
    expect(errors).toHaveLength(1);
  });
});
