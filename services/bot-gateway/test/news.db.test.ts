import {
  assignmentCreated,
  assignmentMoved,
  assignmentUnverified,
  type EventBody,
} from '@perezvon/contracts';
import { publishEvents } from '@perezvon/messaging';
import { givenCall, givenClinic, until, type Clinic } from '@perezvon/db/testing';
import { afterEach, expect, test } from '@jest/globals';
import { toTell } from '../src/events/assignment-moved.js';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const startClinicBot = async () => {
  let people: Clinic | undefined;
  let ids = { assignmentId: 0, historyId: 0 };
  const running = await startBot({
    given: async (db) => {
      people = await givenClinic(db);
      const { historyId } = await givenCall(db);
      const { id } = await db.assignment.create({
        data: {
          historyId,
          kind: 'callback',
          ownerId: people.operator.id,
          givenById: people.admin.id,
          dueAt: '2030-01-01T12:00:00Z',
        },
      });
      ids = { assignmentId: id, historyId };
    },
  });
  if (!people) throw new Error('the clinic was not given');
  return { running, people, ...ids };
};

/** Stores an event as the assignment service does. */
const happen = (running: RunningBot, event: EventBody, actorId: number, id: string) =>
  publishEvents(running.harness.deps, [event], { causedBy: id, actorId, origin: null, at: new Date() });

const settled = (running: RunningBot) =>
  until(async () => (await running.db.outbox.count({ where: { queue: 'bot-gateway' } })) === 0, {
    what: 'the events to be over',
  });

test('a new assignment rings at its owner’s, once however often the event comes, and nowhere else', async () => {
  const { running, people, assignmentId, historyId } = await startClinicBot();
  bot = running;
  const event = assignmentCreated.of({
    assignmentId,
    historyId,
    ownerId: people.operator.id,
    givenById: people.admin.id,
  });
  await happen(running, event, people.admin.id, 'tg-1');
  const news = await running
    .person('operator')
    .waitFor(({ text }) => text.includes('Вам новое поручение'), { what: 'the assignment' });
  expect(news.buttons.flat().map(({ text }) => text)).toContain('▶️ В работу');
  await settled(running);

  // The effect happened, its mark was lost with the process: the event comes again.
  await running.db.processedMessage.deleteMany({ where: { queue: 'bot-gateway', messageId: 'tg-1.1' } });
  const queue = running.harness.deps.queues.queue('bot-gateway');
  // A job that is just being completed cannot be removed yet.
  await until(async () => (await queue.remove('tg-1.1')) === 1, { what: 'the job to be gone' });
  await happen(running, event, people.admin.id, 'tg-1');
  await settled(running);
  expect(running.person('operator').messages()).toHaveLength(1);
  expect(running.person('admin').messages()).toEqual([]);
});

test('the giver learns that it is done, and his open card follows each step without a sound', async () => {
  const { running, people, assignmentId, historyId } = await startClinicBot();
  bot = running;
  const { db } = running;
  const admin = running.person('admin');
  const ids = {
    assignmentId,
    historyId,
    ownerId: people.operator.id,
    previousOwnerId: people.operator.id,
  };
  const moved = { ...ids, givenById: people.admin.id };

  await happen(
    running,
    assignmentCreated.of({ ...moved, givenById: people.otherAdmin.id }),
    people.otherAdmin.id,
    'tg-1',
  );
  await happen(
    running,
    assignmentMoved.of({ ...moved, move: 'fail', from: 'open', to: 'failed' }),
    people.operator.id,
    'tg-2',
  );
  const card = await admin.waitFor(({ text }) => text.includes('не удалось выполнить'), {
    what: 'the bad news',
  });
  expect(admin.messages()).toHaveLength(1);

  await db.assignment.update({ where: { id: assignmentId }, data: { state: 'in_progress' } });
  await happen(
    running,
    assignmentMoved.of({ ...moved, move: 'start', from: 'open', to: 'in_progress' }),
    people.operator.id,
    'tg-3',
  );
  await admin.waitFor(({ messageId, text }) => messageId === card.messageId && text.includes('в работе'), {
    what: 'the open card as it is now',
  });
  await settled(running);
  expect(admin.messages()).toHaveLength(1);
});

test('a proof that is taken back rings at the giver’s, and leads to the card', async () => {
  const { running, people, assignmentId, historyId } = await startClinicBot();
  bot = running;
  await running.db.assignment.update({
    where: { id: assignmentId },
    data: { state: 'done', closedAt: new Date() },
  });
  const parties = { ownerId: people.operator.id, givenById: people.admin.id };
  const event = assignmentUnverified.of({ assignmentId, historyId, byCall: 700_001, ...parties });
  await publishEvents(running.harness.deps, [event], {
    causedBy: 'match-700001-r2',
    actorId: null,
    origin: null,
    at: new Date(),
  });
  const news = await running
    .person('admin')
    .waitFor(({ text }) => text.includes('больше не подтверждён: данные звонка #700001'), {
      what: 'the proof taken back',
    });
  expect(news.text).toContain('со слов');
  await settled(running);
  expect(
    running
      .person('operator')
      .messages()
      .filter(({ from }) => from === 'bot'),
  ).toEqual([]);
});

test('who is told of a move: whom it concerns, never who made it', () => {
  const base = {
    assignmentId: 1,
    historyId: 5,
    from: 'open',
    to: 'open',
    ownerId: 10,
    previousOwnerId: 10,
    givenById: 20,
  } as const;
  expect(toTell({ ...base, move: 'complete' }, 10)).toEqual([20]);
  expect(toTell({ ...base, move: 'start' }, 10)).toEqual([]);
  expect(toTell({ ...base, move: 'cancel' }, 20)).toEqual([10]);
  expect(toTell({ ...base, move: 'extend' }, 20)).toEqual([10]);
  expect(toTell({ ...base, move: 'extend' }, 10)).toEqual([20]);
  expect(toTell({ ...base, move: 'complete', givenById: 10 }, 10)).toEqual([]);
});

test('who was shut out hears nothing of the work that is taken from him', async () => {
  const { running, people, assignmentId, historyId } = await startClinicBot();
  bot = running;
  const { operator, otherOperator, admin } = people;
  await running.db.user.update({ where: { id: operator.id }, data: { status: 'blocked' } });
  await running.db.assignment.update({ where: { id: assignmentId }, data: { ownerId: otherOperator.id } });

  const moved = assignmentMoved.of({
    assignmentId,
    historyId,
    move: 'reassign',
    from: 'open',
    to: 'open',
    ownerId: otherOperator.id,
    previousOwnerId: operator.id,
    givenById: admin.id,
  });
  await happen(running, moved, admin.id, 'tg-1');
  await running
    .person('otherOperator')
    .waitFor(({ text }) => text.includes('Вам передано поручение'), { what: 'the assignment' });
  await settled(running);
  expect(running.person('operator').messages()).toEqual([]);
});
