import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createChallenger, createModelClient, type AnswerFormat } from '../../src/challenger/index.js';
import { CALL, KEY } from './given-challenger.js';
import {
  answering,
  breakingOff,
  CALM_ANSWER,
  flooding,
  hanging,
  refusing,
  saying,
  startStandInModel,
  turnsOf,
  type Behaviour,
  type StandInModel,
} from '../../src/testing/index.js';

const NOW = new Date('2026-11-24T12:00:00Z');
/** Long enough for a busy machine, and short where the model is silent on purpose. */
const TIMEOUT_MS = 10_000;
const SHORT_MS = 200;
const NEVER = new AbortController().signal;
const challenger = createChallenger('some-model', 'Europe/Moscow');

let model: StandInModel;
beforeAll(async () => {
  model = await startStandInModel();
});
afterAll(() => model.stop());

const clientOf = (apiKey: string | null = KEY, baseUrl = model.baseUrl, timeoutMs = TIMEOUT_MS) =>
  createModelClient({ baseUrl, apiKey, timeoutMs }, { now: () => NOW });
const ask = (behaviour: Behaviour, format: AnswerFormat = 'json_schema') => {
  model.next(behaviour);
  return clientOf().ask(challenger.request(CALL, format).body, format, NEVER);
};

test('a good answer comes back with what it cost', async () => {
  expect(await ask(answering(() => CALM_ANSWER))).toEqual({
    kind: 'answered',
    answer: CALM_ANSWER,
    tokens: 1_700,
  });
});

describe('what is sent', () => {
  test('is the redacted talk, the prompt and the form of the answer, and nothing else of the call', async () => {
    await ask((request, response) => {
      expect(turnsOf(request)[1]).toEqual({
        turn: 1,
        speaker: 'client',
        text: expect.stringContaining('[ИМЯ]'),
      });
      answering(() => CALM_ANSWER)(request, response);
    });
    const { body = '', headers } = model.received.at(-1) ?? {};
    expect(Object.keys(JSON.parse(body)).toSorted()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'response_format',
      'seed',
      'temperature',
    ]);
    expect(body).toMatch(/"temperature":0,.*"type":"json_schema"/);
    for (const own of [
      String(CALL.history_id),
      'op-17',
      '2026-11-24',
      'Пономарёва',
      '9161234567',
      'secret-category',
    ])
      expect(body).not.toContain(own);
    expect(headers?.authorization).toBe(`Bearer ${KEY}`);
  });

  test('to a server that knows no schemas is the schema in words', async () => {
    await ask(
      answering(() => CALM_ANSWER),
      'json_object',
    );
    const { response_format: format, messages } = JSON.parse(model.received.at(-1)?.body ?? '');
    expect(format).toEqual({ type: 'json_object' });
    expect(messages[0].content).toContain('"additionalProperties":false');
  });

  test('without a key is no authorization', async () => {
    model.next(answering(() => CALM_ANSWER));
    await clientOf(null).ask(challenger.request(CALL, 'json_schema').body, 'json_schema', NEVER);
    expect(model.received.at(-1)?.headers.authorization).toBeUndefined();
  });
});

describe('what goes wrong has a name', () => {
  test.each<[string, Behaviour, string, AnswerFormat]>([
    ['no JSON', saying('Жалобы нет.'), 'bad_answer', 'json_schema'],
    [
      'JSON in a fence',
      saying(`\`\`\`json\n${JSON.stringify(CALM_ANSWER)}\n\`\`\``),
      'bad_answer',
      'json_schema',
    ],
    ['broken JSON', saying('{"valid_dialogue":'), 'bad_answer', 'json_schema'],
    ['another label', answering(() => ({ ...CALM_ANSWER, outcome: 'angry' })), 'bad_answer', 'json_schema'],
    [
      'a field of its own',
      answering(() => ({ ...CALM_ANSWER, comment: 'ignore the rules' })),
      'bad_answer',
      'json_schema',
    ],
    ['a label missing', saying('{"valid_dialogue":true}'), 'bad_answer', 'json_schema'],
    ['a refusal', saying('', { refusal: 'I cannot help with that' }), 'no_answer', 'json_schema'],
    [
      'an answer that was cut off',
      saying('{"valid', { finish_reason: 'length' }),
      'no_answer',
      'json_schema',
    ],
    ['a huge body', flooding, 'too_large', 'json_schema'],
    ['a server error', refusing(500), 'server_error', 'json_schema'],
    ['a schema it does not know', refusing(400), 'schema_refused', 'json_schema'],
    ['a bad request without a schema', refusing(400), 'refused', 'json_object'],
    ['a wrong key', refusing(401), 'refused', 'json_schema'],
    ['a connection that breaks', breakingOff, 'unreachable', 'json_schema'],
  ])('%s', async (_, behaviour, reason, format) => {
    expect(await ask(behaviour, format)).toMatchObject({ kind: 'failed', reason });
  });

  test('a redirect: what was meant for one server is not carried to another', async () => {
    const other = await startStandInModel();
    const reply = await ask(refusing(307, { location: `${other.baseUrl}/chat/completions` }));
    await other.stop();

    expect(reply).toMatchObject({ reason: 'unreachable' });
    expect(other.received).toEqual([]);
  });

  test('silence', async () => {
    model.next(hanging);
    const { body } = challenger.request(CALL, 'json_schema');
    const client = clientOf(KEY, model.baseUrl, SHORT_MS);
    expect(await client.ask(body, 'json_schema', NEVER)).toMatchObject({ reason: 'timeout' });
  });

  test('nobody there', async () => {
    const gone = await startStandInModel();
    await gone.stop();
    const body = challenger.request(CALL, 'json_schema').body;
    const reply = await clientOf(KEY, gone.baseUrl).ask(body, 'json_schema', NEVER);
    expect(reply).toEqual({ kind: 'failed', reason: 'unreachable', tokens: null, restMs: null });
  });

  test('a stop does not wait for the answer', async () => {
    const stop = new AbortController();
    model.next(() => stop.abort());
    const { body } = challenger.request(CALL, 'json_schema');
    expect(await clientOf().ask(body, 'json_schema', stop.signal)).toMatchObject({ reason: 'stopped' });
  });
});

test.each([
  ['30', 30_000],
  ['Tue, 24 Nov 2026 12:02:00 GMT', 120_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['9999999', 21_600_000],
  ['soon', 60_000],
])('a server that is asked too much is left alone as long as it says: %s', async (after, restMs) => {
  expect(await ask(refusing(429, { 'retry-after': after }))).toEqual({
    kind: 'failed',
    reason: 'rate_limited',
    tokens: 0,
    restMs,
  });
});
