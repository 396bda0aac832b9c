import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rulesetActivate, rulesetRetire, rulesetRollBack, rulesetShadow } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { processMessage, type Log, type ProcessingDeps } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { findAdditions, handlersWith } from '../src/index.js';
import { aProcess, contentNamed, givenVersion, received, statesOf, tagOf } from './given-versions.js';

const NOW = '2026-11-24T12:00:00.000Z';
const EARLIER = new Date('2026-11-01T12:00:00Z');
const FIRST = contentNamed('first');
const SECOND = contentNamed('second');
const FIRST_TAG = tagOf(FIRST);
const SECOND_TAG = tagOf(SECOND);

let db: DbClient;
let clinic: Clinic;
let deps: ProcessingDeps;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  deps = { db, log: silentLog, now: clockAt(NOW) };
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.lmRuleset.deleteMany();
  await db.setting.deleteMany();
});

const oneProcess = handlersWith(aProcess());
const otherProcess = handlersWith(aProcess());
const process = (message: unknown, handlers = oneProcess, at = NOW) =>
  processMessage('lm-scoring', message, handlers, { ...deps, now: clockAt(at) });

let lastIntent = 0;
const by = (actorId = clinic.supremeDev.id) => {
  lastIntent += 1;
  return { id: `tg-${lastIntent}`, actorId, at: new Date(NOW) };
};
const activate = (tag: string, actorId?: number) => rulesetActivate.of({ tag }, by(actorId));
const rollBack = () => rulesetRollBack.of({}, by());
const told = async (type: string) =>
  (await outboxMessages(db)).filter((message) => message.type === type).map(({ payload }) => payload);
const refusal = async () => (await told('action.denied')).map((payload) => Object(payload).reason);
const currentTag = async (historyId: number) =>
  (await db.callScore.findFirst({ where: { historyId, isCurrent: true } }))?.lmVersionTag;

const givenActive = (content = FIRST) => givenVersion(db, content, { state: 'active', activatedAt: EARLIER });

describe('an activation', () => {
  test('decides from the next call on, in every process; what was scored before keeps its version', async () => {
    await givenActive();
    await givenVersion(db, SECOND, { state: 'shadow' });
    const before = await givenCall(db);
    const [after, elsewhere] = [await givenCall(db), await givenCall(db)];
    await process(received(before.historyId));
    await process(received(before.historyId), otherProcess);

    expect(await process(activate(SECOND_TAG))).toBe('done');

    await process(received(after.historyId));
    await process(received(elsewhere.historyId), otherProcess);
    expect(await currentTag(before.historyId)).toBe(FIRST_TAG);
    expect(await currentTag(after.historyId)).toBe(SECOND_TAG);
    expect(await currentTag(elsewhere.historyId)).toBe(SECOND_TAG);
    expect(await statesOf(db)).toEqual({ [FIRST_TAG]: 'retired', [SECOND_TAG]: 'active' });
  });

  test('is told and logged with what decided before; a second delivery does nothing', async () => {
    await givenActive();
    await givenVersion(db, SECOND);
    const message = activate(SECOND_TAG);

    await process(message);
    expect(await process(message)).toBe('duplicate');

    expect(await told('ruleset.changed')).toEqual([
      { tag: SECOND_TAG, state: 'active', previousTag: FIRST_TAG },
    ]);
    expect(await told('admin.action')).toEqual([
      {
        action: 'ruleset.activate',
        actorRole: 'supreme_dev',
        subject: { kind: 'ruleset', id: SECOND_TAG },
        before: { activeRuleset: FIRST_TAG },
        after: { activeRuleset: SECOND_TAG },
      },
    ]);
    expect(await db.lmRuleset.findUnique({ where: { tag: SECOND_TAG } })).toMatchObject({
      activatedAt: new Date(NOW),
    });
  });

  test.each(['operator', 'marketing', 'admin', 'superadmin'] as const)(
    'by %s is denied, logged, and changes nothing',
    async (who) => {
      await givenActive();
      await givenVersion(db, SECOND);

      expect(await process(activate(SECOND_TAG, clinic[who].id))).toBe('refused');

      expect(await told('action.denied')).toEqual([
        {
          action: 'ruleset.activate',
          actorRole: clinic[who].role,
          subject: { kind: 'ruleset', id: SECOND_TAG },
          reason: 'permission.missing',
        },
      ]);
      expect(await statesOf(db)).toEqual({ [FIRST_TAG]: 'active', [SECOND_TAG]: 'retired' });
    },
  );

  test('of what is active, unknown, a language model or unreadable is refused with its reason', async () => {
    await givenActive();
    const model = await givenVersion(db, contentNamed('llm'), { kind: 'llm', origin: 'challenger' });
    const unreadable = await givenVersion(db, contentNamed('bad', 'unreadable'));

    for (const tag of [FIRST_TAG, SECOND_TAG, model, unreadable]) await process(activate(tag));

    expect(await refusal()).toEqual([
      'ruleset.already_active',
      'ruleset.not_found',
      'ruleset.challenger_only',
      'ruleset.cannot_run',
    ]);
    expect((await statesOf(db))[FIRST_TAG]).toBe('active');
  });

  test('of a version that this engine cannot read leaves what is wrong with it in the log', async () => {
    await givenActive();
    const tag = await givenVersion(db, contentNamed('bad', 'unreadable'));
    const warned: object[] = [];
    const log: Log = { ...silentLog, warn: (fields) => warned.push(fields) };

    await process(activate(tag), handlersWith(aProcess(log)));

    expect(warned).toMatchObject([
      { lmVersionTag: tag, err: { message: expect.stringContaining('name.yaml:1:1') } },
    ]);
  });

  test('of an older engine’s version makes the same rules active under this engine’s tag', async () => {
    await givenActive();
    const old = await givenVersion(db, SECOND, { engineVersion: '0.9.0' });

    await process(activate(old));

    expect(await statesOf(db)).toEqual({ [FIRST_TAG]: 'retired', [old]: 'retired', [SECOND_TAG]: 'active' });
  });

  test('puts the additions of its content in force; one without any takes them back', async () => {
    await givenActive();
    const added = contentNamed('first', 'plain', { 'clinic.yaml': 'services: [mri]' });
    await givenVersion(db, added);

    await process(activate(tagOf(added)));
    expect(await findAdditions(db)).toBe('services: [mri]');
    expect(await db.setting.findFirst()).toMatchObject({ updatedById: clinic.supremeDev.id });

    await process(rollBack());
    expect(await findAdditions(db)).toBeNull();
  });

  test('two at once leave one active version', async () => {
    await givenActive();
    const tags = [SECOND_TAG, await givenVersion(db, contentNamed('third'))];
    await givenVersion(db, SECOND);

    await Promise.all(tags.map((tag) => process(activate(tag))));

    const states = Object.values(await statesOf(db));
    expect(states.toSorted()).toEqual(['active', 'retired', 'retired']);
  });
});

describe('a roll-back', () => {
  test('brings back what decided before, and done again what it took away', async () => {
    await givenActive();
    await givenVersion(db, SECOND);
    await process(activate(SECOND_TAG));

    expect(await process(rollBack(), oneProcess, '2026-11-24T13:00:00Z')).toBe('done');
    expect(await statesOf(db)).toEqual({ [FIRST_TAG]: 'active', [SECOND_TAG]: 'retired' });

    await process(rollBack(), oneProcess, '2026-11-24T14:00:00Z');
    expect((await statesOf(db))[SECOND_TAG]).toBe('active');
  });

  test('is refused when no other rules were ever active', async () => {
    await givenActive();
    await givenVersion(db, SECOND, { state: 'shadow' });
    await givenVersion(db, FIRST, { engineVersion: '0.9.0', activatedAt: EARLIER });

    expect(await process(rollBack())).toBe('refused');
    expect(await refusal()).toEqual(['ruleset.no_previous']);
  });

  test('to what an older engine ran goes on under this engine’s tag', async () => {
    await givenActive();
    const old = await givenVersion(db, SECOND, { engineVersion: '0.9.0', activatedAt: EARLIER });

    await process(rollBack());

    expect(await statesOf(db)).toEqual({ [FIRST_TAG]: 'retired', [old]: 'retired', [SECOND_TAG]: 'active' });
  });
});

describe('shadow and archive', () => {
  test('a version goes into the shadow and out of it, told and logged', async () => {
    await givenActive();
    await givenVersion(db, SECOND);

    await process(rulesetShadow.of({ tag: SECOND_TAG }, by()));
    expect((await statesOf(db))[SECOND_TAG]).toBe('shadow');
    await process(rulesetRetire.of({ tag: SECOND_TAG }, by()));

    expect((await statesOf(db))[SECOND_TAG]).toBe('retired');
    expect(await told('ruleset.changed')).toEqual([
      { tag: SECOND_TAG, state: 'shadow', previousTag: null },
      { tag: SECOND_TAG, state: 'retired', previousTag: null },
    ]);
    expect((await told('admin.action')).map((payload) => Object(payload).action)).toEqual([
      'ruleset.shadow',
      'ruleset.retire',
    ]);
  });

  test('what cannot be is refused with its reason', async () => {
    await givenActive();
    const shadow = await givenVersion(db, SECOND, { state: 'shadow' });
    const retired = await givenVersion(db, contentNamed('third'));
    const unreadable = await givenVersion(db, contentNamed('bad', 'unreadable'));

    for (const tag of [FIRST_TAG, shadow, unreadable, tagOf(contentNamed('none'))])
      await process(rulesetShadow.of({ tag }, by()));
    for (const tag of [FIRST_TAG, retired, tagOf(contentNamed('none'))])
      await process(rulesetRetire.of({ tag }, by()));

    expect(await refusal()).toEqual([
      'ruleset.is_active',
      'ruleset.already_shadow',
      'ruleset.cannot_run',
      'ruleset.not_found',
      'ruleset.is_active',
      'ruleset.already_retired',
      'ruleset.not_found',
    ]);
  });
});
