import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@perezvon/db/testing';
import { challengeCalls } from '../../src/challenger/challenge-calls.js';
import { answering, CALM_ANSWER, hanging, refusing, saying } from '../../src/testing/index.js';
import { givenDialogue, TURNS } from './given-challenger.js';
import { CALL_AT, openBench, type Bench } from './open-bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.reset());
afterEach(() => bench.stopModel());

describe('a model in trouble', () => {
  test('that asks for a rest gets it, also from a process that has just started', async () => {
    await givenDialogue(bench.db, CALL_AT);
    await givenDialogue(bench.db, CALL_AT);
    const { round } = await bench.started({ concurrency: 1 });
    bench.model().next(refusing(429, { 'retry-after': '120' }));
    expect(await round()).toBe(1);

    const { round: restarted } = await bench.started();
    bench.later(119);
    expect(await restarted()).toBe(0);
    bench.later(2);
    expect(await restarted()).toBe(2);
    expect(await bench.reasons()).toEqual(['rate_limited', null, null]);
  });

  test('is left alone after three failures, tried with one request, and trusted again', async () => {
    for (let call = 0; call < 8; call += 1) await givenDialogue(bench.db, CALL_AT);
    const { round } = await bench.started({ concurrency: 1 });
    bench.model().behave(refusing(500));
    expect(await round()).toBe(3);
    expect(await round()).toBe(0);

    bench.later(61);
    expect(await round()).toBe(1);
    bench.later(61);
    expect(await round()).toBe(0);

    bench.later(60);
    bench.model().behave(answering(() => CALM_ANSWER));
    const { round: wide } = await bench.started({ concurrency: 4 });
    bench.later(600);
    while ((await wide()) > 0);
    expect((await bench.reasons()).slice(0, 4)).toEqual(Array<string>(4).fill('server_error'));
    expect((await bench.reasons()).slice(4)).toEqual(Array<null>(8).fill(null));
  });

  test('that cannot answer about one call is asked about the others, and about that one three times', async () => {
    const { historyId } = await givenDialogue(bench.db, '2026-11-24T09:00:00Z', [
      ...TURNS,
      { t: 20, speaker: 'client', text: 'непонятное' },
    ]);
    const { round } = await bench.started({ concurrency: 1 });
    bench.model().behave((request, response) => {
      const isOdd = request.messages[1].content.includes('непонятное');
      (isOdd ? saying('не знаю') : answering(() => CALM_ANSWER))(request, response);
    });
    for (let hour = 0; hour < 6; hour += 1) {
      await givenDialogue(bench.db, CALL_AT);
      await round();
      bench.later(3_600);
    }

    const odd = await bench.db.lmChallengerRequest.findMany({ where: { historyId } });
    expect(odd.map(({ reason }) => reason)).toEqual(Array<string>(3).fill('bad_answer'));
    expect(await bench.db.lmChallengerRequest.count({ where: { state: 'answered' } })).toBe(6);
  });

  test('that knows no schemas is asked in words from then on', async () => {
    for (let call = 0; call < 3; call += 1) await givenDialogue(bench.db, CALL_AT);
    const { round } = await bench.started({ concurrency: 1 });
    bench.model().behave((request, response) => {
      const knows = request.response_format.type === 'json_object';
      (knows ? answering(() => CALM_ANSWER) : refusing(400))(request, response);
    });
    await round();
    await round();

    expect(await bench.reasons()).toEqual(['schema_refused', null, null, null]);
  });
});

describe('several processes', () => {
  test('send no call twice and no more at once than allowed', async () => {
    for (let call = 0; call < 12; call += 1) await givenDialogue(bench.db, CALL_AT);
    const processes = await Promise.all(Array.from({ length: 3 }, () => bench.started({ concurrency: 2 })));
    await until(
      async () => (await Promise.all(processes.map(({ round }) => round()))).every((asked) => asked === 0),
      { what: 'every call is scored' },
    );

    expect(bench.model().received).toHaveLength(12);
    expect(bench.model().mostAtOnce()).toBeLessThanOrEqual(2);
    expect(await bench.db.callScore.count({ where: { isCurrent: false } })).toBe(12);
  });

  test('a request of one that died counts, and the call gets its turn again', async () => {
    await givenDialogue(bench.db, CALL_AT);
    const dead = await bench.started({ timeoutMs: 60_000 });
    const stop = new AbortController();
    bench.model().next(hanging);
    const dying = challengeCalls({ ...dead.deps, db: dead.deps.db }, stop.signal);
    await until(() => bench.model().received.length === 1, { what: 'the request is under way' });
    const { round } = await bench.started({ timeoutMs: 60_000 });
    expect(await round()).toBe(0);

    bench.later(151);
    expect(await round()).toBe(1);
    expect(await bench.reasons()).toEqual(['lost', null]);
    stop.abort();
    await dying;
  });

  test('a stop gives up what is under way and is no fault of the model', async () => {
    await givenDialogue(bench.db, CALL_AT);
    const { deps } = await bench.started({ timeoutMs: 60_000 });
    const stop = new AbortController();
    bench.model().next(() => stop.abort());

    await challengeCalls(deps, stop.signal);

    expect(await bench.reasons()).toEqual(['stopped']);
  });
});
