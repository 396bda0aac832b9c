import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, givenClinic, silentLog, testDatabase, until } from '@perezvon/db/testing';
import { startHarness, type Harness } from '@perezvon/messaging/testing';
import { startSimulator, type Person, type Simulator } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { start } from '../src/start.js';
import { startGatewayProcess, type GatewayProcess } from './support/gateway-process.js';
import { startRoundRobin } from './support/round-robin.js';
import { startBot, TELEGRAM, type RunningBot } from './support/running-bot.js';

const TOKEN = '100200300:test-token';
const SECRET = 'test_webhook-secret';
/** A process needs some seconds to start on a busy machine. */
const WITHIN_MS = 60_000;
/** Six times something is waited for. */
const TEST_TIMEOUT_MS = 6 * WITHIN_MS;
const STRANGERS = Array.from({ length: 8 }, (_, index) => 8_101 + index);

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Two gateways of one bot in this process, each with its own queues and pool, as two processes have. */
const startTwo = async (): Promise<{ bot: RunningBot; urls: string[] }> => {
  const bot = await startBot({ given: givenClinic });
  cleanups.push(bot.stop);
  await bot.stopGateway();
  const urls: string[] = [];
  for (let index = 0; index < 2; index += 1) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/telegram`;
    const options = {
      ...bot.options,
      TELEGRAM_WEBHOOK_URL: url,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_WEBHOOK_PORT: port,
    };
    const { backend } = bot.harness.deps.queues;
    const harness: Harness = await startHarness({ db: bot.db, backend });
    cleanups.push(harness.stop, await start(harness.deps, options));
    urls.push(url);
  }
  return { bot, urls };
};

const deliver = (url: string, update: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify(update),
  });

test('an update that Telegram delivers to two gateways at once is answered once', async () => {
  const { bot, urls } = await startTwo();
  const admin = { id: TELEGRAM.admin, is_bot: false, first_name: 'Анна', language_code: 'ru' };
  const words = (updateId: number) => ({
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_764_000_000,
      chat: { id: admin.id, type: 'private', first_name: 'Анна' },
      from: admin,
      text: `50012${updateId}`,
    },
  });

  const updates = [1, 2, 3, 4, 5];
  for (const updateId of updates) {
    const answers = await Promise.all(urls.map((url) => deliver(url, words(updateId))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  }

  const replies = bot.person('admin').messages();
  expect(replies).toHaveLength(updates.length);
});

const sees = (person: Person, words: string): boolean =>
  person.messages().some(({ from, text }) => from === 'bot' && text.includes(words));

/** A bot whose updates go through a load balancer to two processes. */
const givenTwoProcesses = async () => {
  const { db, url: databaseUrl } = await testDatabase();
  const home = await mkdtemp(join(tmpdir(), 'perezvon-gateways-'));
  cleanups.push(() => rm(home, { recursive: true, force: true }));
  const simulator: Simulator = await startSimulator({
    port: 0,
    token: TOKEN,
    people: STRANGERS.map((id) => ({ id, firstName: `Человек ${id}` })),
    log: silentLog,
    now: () => new Date(),
  });
  cleanups.push(() => simulator.stop());
  const ports = [await freePort(), await freePort()];
  const balancer = await startRoundRobin(ports);
  cleanups.push(balancer.stop);

  const startProcess = (index: number): GatewayProcess => {
    const gateway = startGatewayProcess({
      PEREZVON_HOME: home,
      DATABASE_URL: databaseUrl,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: simulator.apiRoot,
      TELEGRAM_WEBHOOK_URL: balancer.url,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_WEBHOOK_PORT: String(ports[index]),
      LOG_LEVEL: 'info',
    });
    cleanups.push(gateway.kill);
    return gateway;
  };
  const isUp = (gateway: GatewayProcess) =>
    until(() => gateway.output().includes('service started'), {
      what: () => `a gateway: ${gateway.output()}`,
      timeoutMs: WITHIN_MS,
    });
  return { db, people: STRANGERS.map((id) => simulator.person(id)), startProcess, isUp };
};

test(
  'of two gateways behind a load balancer one is killed and the other restarted: no tap is lost, none done twice',
  async () => {
    const { db, people, startProcess, isUp } = await givenTwoProcesses();
    const [first, second] = [startProcess(0), startProcess(1)];
    await Promise.all([isUp(first), isUp(second)]);
    const seenByAll = (words: string, gateway: GatewayProcess) =>
      until(() => people.every((person) => sees(person, words)), {
        what: () =>
          `«${words}» in every chat, not in ${people.filter((person) => !sees(person, words)).length}: ${gateway.output()}`,
        timeoutMs: WITHIN_MS,
      });

    for (const person of people) await person.send('/start');
    await seenByAll('Доступ выдаёт', second);
    for (const person of people) await person.tapWithoutWaiting('Запросить доступ');
    await until(async () => (await db.botScreen.count({ where: { lastAction: { not: null } } })) > 0, {
      what: 'a tap',
      timeoutMs: WITHIN_MS,
    });
    await first.kill();
    await seenByAll('Заявка отправлена', second);

    const again = startProcess(0);
    await isUp(again);
    const before = people.map((person) => person.messages().length);
    for (const person of people) await person.send('привет');
    expect(await second.stop()).toBe(0);
    await until(() => people.every((person, index) => person.messages().length >= (before[index] ?? 0) + 2), {
      what: () => `an answer to everybody: ${again.output()}`,
      timeoutMs: WITHIN_MS,
    });

    // A graceful end repeats nothing: one answer to each «привет».
    expect(people.map((person, index) => person.messages().length - (before[index] ?? 0))).toEqual(
      people.map(() => 2),
    );
    expect(await db.user.count({ where: { status: 'requested' } })).toBe(STRANGERS.length);
    const told = await db.outbox.findMany({ where: { queue: 'audit' }, select: { message: true } });
    const requests = told
      .map(({ message }) => JSON.stringify(message))
      .filter((text) => text.includes('user.request_access'));
    expect(requests.filter((text) => text.includes('"admin.action"'))).toHaveLength(STRANGERS.length);
    expect(requests.filter((text) => text.includes('"action.denied"'))).toEqual([]);
  },
  TEST_TIMEOUT_MS,
);
