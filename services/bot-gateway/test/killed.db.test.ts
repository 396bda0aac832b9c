import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, testDatabase, until } from '@perezvon/db/testing';
import { startSimulator, type Person, type Simulator } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { startGatewayProcess, type GatewayProcess } from './support/gateway-process.js';

const TOKEN = '100200300:test-token';
/** Each is somebody else's chat, so that the taps are handled side by side. */
const STRANGERS = Array.from({ length: 8 }, (_, index) => 8_101 + index);
/** A process needs some seconds to start on a busy machine; four times something is waited for. */
const WITHIN_MS = 60_000;
const TEST_TIMEOUT_MS = 4 * WITHIN_MS;

let simulator: Simulator | undefined;
let gateway: GatewayProcess | undefined;
let home: string | undefined;
afterEach(async () => {
  await gateway?.kill();
  await simulator?.stop();
  if (home !== undefined) await rm(home, { recursive: true, force: true });
});

const sees = (person: Person, words: string): boolean =>
  person.messages().some(({ from, text }) => from === 'bot' && text.includes(words));

test(
  'taps of eight people while the bot is killed twice are all carried out, each once',
  async () => {
    const { db, url } = await testDatabase();
    home = await mkdtemp(join(tmpdir(), 'perezvon-bot-'));
    const chat = await startSimulator({
      port: 0,
      token: TOKEN,
      people: STRANGERS.map((id) => ({ id, firstName: `Человек ${id}` })),
      log: silentLog,
      now: () => new Date(),
    });
    simulator = chat;
    const people = STRANGERS.map((id) => chat.person(id));
    const start = () => {
      gateway = startGatewayProcess({
        PEREZVON_HOME: home ?? '',
        DATABASE_URL: url,
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: chat.apiRoot,
        LOG_LEVEL: 'warn',
      });
      return gateway;
    };
    const killWhen = async (running: GatewayProcess, condition: () => Promise<boolean>, what: string) => {
      await until(condition, { what: () => `${what}: ${running.output()}`, timeoutMs: WITHIN_MS });
      await running.kill();
    };

    for (const person of people) await person.send('/start');
    await killWhen(
      start(),
      async () => people.some((person) => sees(person, 'Доступ выдаёт')),
      'the first door',
    );
    const second = start();
    await until(() => people.every((person) => sees(person, 'Доступ выдаёт')), {
      what: () => `every door: ${second.output()}`,
      timeoutMs: WITHIN_MS,
    });
    for (const person of people) await person.tapWithoutWaiting('Запросить доступ');
    await killWhen(
      second,
      async () => (await db.botScreen.count({ where: { lastAction: { not: null } } })) > 0,
      'a tap',
    );

    const last = start();
    await until(() => people.every((person) => sees(person, 'Заявка отправлена')), {
      what: () => `every request: ${last.output()}`,
      timeoutMs: WITHIN_MS,
    });
    expect(await db.user.count({ where: { status: 'requested' } })).toBe(STRANGERS.length);
    // One line of the log a request: nothing was asked twice, nobody was refused.
    const told = await db.outbox.findMany({ where: { queue: 'audit' }, select: { message: true } });
    const types = told
      .map(({ message }) => JSON.stringify(message))
      .filter((text) => text.includes('user.request_access'));
    expect(types.filter((text) => text.includes('"admin.action"'))).toHaveLength(STRANGERS.length);
    expect(types.filter((text) => text.includes('"action.denied"'))).toEqual([]);
  },
  TEST_TIMEOUT_MS,
);
