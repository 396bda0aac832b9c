import { givenCall, givenClinic, until, type Clinic } from '@perezvon/db/testing';
import type { DbClient } from '@perezvon/db';
import type { ChatMessage } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';

/** A Tuesday noon at the clinic, from which time goes on: nobody sleeps. */
const NOON = new Date('2026-11-24T09:00:00Z');
const fromNoon = (): (() => Date) => {
  const startedAt = Date.now();
  return () => new Date(NOON.getTime() + Date.now() - startedAt);
};
/** Long enough ago that nothing waits for more of it. */
const NOTED = new Date(NOON.getTime() - 60_000);

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const EACH = 20;

/** Callbacks of two operators whose deadline has come, as the clock notes them. */
const givenDeadlines = async (db: DbClient, { operator, otherOperator, admin }: Clinic): Promise<void> => {
  for (const { id: ownerId } of [operator, otherOperator])
    for (let count = 0; count < EACH; count += 1) {
      const { historyId } = await givenCall(db);
      await db.assignment.create({
        data: {
          historyId,
          kind: 'callback',
          ownerId,
          givenById: admin.id,
          dueAt: NOON,
          remindAt: NOON,
          openedAt: NOTED,
          reminders: {
            create: {
              userId: ownerId,
              level: 'due',
              dueAt: NOON,
              heldSince: NOTED,
              createdAt: NOTED,
              notBefore: NOTED,
            },
          },
        },
      });
    }
};

const isReminder = ({ from, text }: ChatMessage): boolean => from === 'bot' && text.includes('Срок прошёл');

test('however Telegram behaves, each person is told once, in one message that leads to each assignment', async () => {
  bot = await startBot({ now: fromNoon(), given: async (db) => givenDeadlines(db, await givenClinic(db)) });
  bot.simulator.faults.tooManyRequests('sendMessage', { times: 2, retryAfterS: 1 });
  bot.simulator.faults.serverError('sendMessage');
  const { db } = bot;
  await until(async () => (await db.notificationMessage.count({ where: { sentAt: { not: null } } })) === 2, {
    what: 'both operators are told',
  });

  expect(await db.reminder.count({ where: { message: { sentAt: { not: null } } } })).toBe(2 * EACH);
  const operator = bot.person('operator');
  for (const person of [operator, bot.person('otherOperator')]) {
    const [message, ...others] = person.messages().filter(isReminder);
    expect(message?.text).toContain(`Срок прошёл: ${EACH}`);
    expect(message?.text).toContain(`… и ещё ${EACH - 8}`);
    expect(others).toEqual([]);
  }

  const first = operator.buttons()[0]?.text ?? '';
  await operator.tap(first);
  await operator.waitFor(({ text }) => text.includes('Поручил(а): Анна'), { what: 'the card' });
  await operator.tap('⬅️ Назад');
  await operator.waitFor(isReminder, { what: 'the reminder again' });
});
