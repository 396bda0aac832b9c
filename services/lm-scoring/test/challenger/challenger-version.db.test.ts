import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { createRulesets, handlersWith } from '../../src/index.js';
import { givenDialogue, register } from './given-challenger.js';
import { CALL_AT, RULES_TAG, openBench, type Bench } from './open-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.reset());
afterEach(() => bench.stopModel());

/** A language model has no rules to compile. */
const WITHOUT_RULES = {
  log: silentLog,
  rulesets: createRulesets({
    log: silentLog,
    compile: () => {
      throw new Error('nothing to compile');
    },
  }),
};

describe('as a version', () => {
  const state = async (tag: string) => (await bench.db.lmRuleset.findUnique({ where: { tag } }))?.state;

  test('it comes in shadow, can never become active, and does nothing when a person retires it', async () => {
    const { deps, round } = await bench.started();
    const { tag } = deps.challenger;
    await givenDialogue(bench.db, CALL_AT);
    expect(await bench.db.lmRuleset.findUnique({ where: { tag } })).toMatchObject({
      state: 'shadow',
      kind: 'llm',
      origin: 'challenger',
    });
    const intent = (type: string, id: string) => ({
      kind: 'intent',
      type,
      version: 1,
      id,
      actorId: bench.clinic.supremeDev.id,
      causedBy: null,
      origin: null,
      at: CALL_AT,
      payload: { tag },
    });
    const handle = (type: string, id: string) =>
      processMessage('lm-scoring', intent(type, id), handlersWith(WITHOUT_RULES), deps);

    expect(await handle('ruleset.activate', 'tg-1')).toBe('refused');
    await expect(bench.db.lmRuleset.update({ where: { tag }, data: { state: 'active' } })).rejects.toThrow();
    expect(await handle('ruleset.retire', 'tg-2')).toBe('done');
    await register(deps, bench.now());

    expect(await state(tag)).toBe('retired');
    expect(await round()).toBe(0);
    expect(await handle('ruleset.shadow', 'tg-3')).toBe('done');
    expect(await round()).toBe(1);
  });

  test('another model takes its place, and the first one comes back with its configuration', async () => {
    const first = await bench.started();
    const second = await bench.started({ model: 'other-model' });
    expect([await state(first.deps.challenger.tag), await state(second.deps.challenger.tag)]).toEqual([
      'retired',
      'shadow',
    ]);

    await register(first.deps, bench.now());

    expect([await state(first.deps.challenger.tag), await state(second.deps.challenger.tag)]).toEqual([
      'shadow',
      'retired',
    ]);
    expect(await state(RULES_TAG)).toBe('active');
  });
});
