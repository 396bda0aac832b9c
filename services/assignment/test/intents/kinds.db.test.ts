import {
  assignmentCreate,
  assignmentCreateMany,
  assignmentReturn,
  type TrainingWish,
} from '@perezvon/contracts';
import { givenCall, givenScore } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { givenNote, openService, type TestService } from '../support/service.js';

const NOW = '2026-11-24T09:00:00.000Z';
const DUE = '2026-11-24T18:00:00.000Z';

let service: TestService;
beforeAll(async () => {
  service = await openService(NOW);
});
beforeEach(async () => {
  await service.db.outbox.deleteMany();
});

type Wish = z.input<(typeof assignmentCreate)['payload']>;
const create = (wish: Omit<Wish, 'ownerId' | 'dueAt'>) => {
  const { clinic, by, carryOut } = service;
  const payload = { ownerId: clinic.operator.id, dueAt: DUE, ...wish };
  return carryOut(assignmentCreate.of(payload, by(clinic.admin.id)));
};
const latest = () => service.db.assignment.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('each kind with what it is made of', () => {
  test('a task without a call, in the giver’s words', async () => {
    const noteId = await givenNote(service.db, service.clinic.admin.id);

    expect(await create({ historyId: null, kind: 'task', noteId })).toBeNull();

    const task = await latest();
    expect(task).toMatchObject({ kind: 'task', historyId: null, noteId, list: null, state: 'open' });
    const subject = { kind: 'assignment', id: String(task.id) };
    expect(await service.published('admin.action')).toMatchObject([
      { subject, after: { kind: 'task', noteId } },
    ]);
  });

  test('words of somebody else are not the giver’s', async () => {
    const noteId = await givenNote(service.db, service.clinic.operator.id);
    expect(await create({ historyId: null, kind: 'task', noteId })).toBe('assignment.words_gone');
  });

  test('a marketing action with its channel', async () => {
    const { historyId } = await givenCall(service.db);
    const noteId = await givenNote(service.db, service.clinic.admin.id);

    expect(await create({ historyId, kind: 'marketing', noteId, channel: 'messenger' })).toBeNull();
    expect(await latest()).toMatchObject({ kind: 'marketing', channel: 'messenger' });
  });

  test('a training with its metric and its examples; one at a time for an operator and a metric', async () => {
    const examples = [(await givenCall(service.db)).historyId, (await givenCall(service.db)).historyId];
    const training = {
      operator: 'op-1',
      metric: 'checklist_coverage_ratio',
      pattern: 'few_steps',
    } as const;

    expect(
      await create({ historyId: null, kind: 'training', training: { ...training, examples } }),
    ).toBeNull();

    const { id } = await latest();
    const kept = await service.db.training.findUniqueOrThrow({
      where: { assignmentId: id },
      include: { examples: { orderBy: { historyId: 'asc' } } },
    });
    expect(kept).toMatchObject(training);
    expect(kept.examples.map(({ historyId }) => Number(historyId))).toEqual(examples);

    const again = { ...training, examples: [] };
    expect(await create({ historyId: null, kind: 'training', training: again })).toBe(
      'assignment.already_open',
    );
    const holder = { subject: { kind: 'assignment', id: String(id) } };
    expect(await service.published('action.denied')).toMatchObject([holder]);
  });

  test('nor is one sent back beside another of the same operator and metric', async () => {
    const { db, clinic, carryOut, by } = service;
    const training: TrainingWish = {
      operator: 'op-2',
      metric: 'lost_opportunity_score',
      pattern: null,
      examples: [],
    };
    await create({ historyId: null, kind: 'training', training });
    const { id } = await latest();
    await db.assignment.update({ where: { id }, data: { state: 'done', closedAt: NOW } });
    await create({ historyId: null, kind: 'training', training });

    const sendBack = assignmentReturn.of({ assignmentId: id }, by(clinic.admin.id));
    expect(await carryOut(sendBack)).toBe('assignment.already_open');
  });

  test.each([
    ['a callback without a call', { historyId: null, kind: 'callback' }],
    ['a callback with a channel', { historyId: 900_001, kind: 'callback', channel: 'sms' }],
    ['a task without words', { historyId: null, kind: 'task' }],
    ['a marketing action without a channel', { historyId: null, kind: 'marketing', noteId: 1 }],
    ['a training of nothing', { historyId: null, kind: 'training' }],
    ['a compensation that nobody approved', { historyId: 900_001, kind: 'compensation' }],
  ])('%s is no wish', (_, wish) => {
    expect(assignmentCreate.payload.safeParse({ ownerId: 1, dueAt: DUE, ...wish }).success).toBe(false);
  });
});

describe('the list that a call is given from', () => {
  test.each([
    ['the most urgent of its lists', {}, 'complaint'],
    ['the next one', { complaintRiskFlag: false }, 'followup'],
    [
      'a lost client',
      { complaintRiskFlag: false, followupNeededFlag: false, lostOpportunityScore: 90 },
      'lost',
    ],
    ['none', { complaintRiskFlag: false, followupNeededFlag: false }, null],
  ])('%s', async (_, score, list) => {
    const call = await givenCall(service.db);
    await givenScore(service.db, call, score);

    await create({ historyId: call.historyId, kind: 'callback' });

    expect(await latest()).toMatchObject({ list });
  });
});

test('who comes second is pointed at the assignment of who came first', async () => {
  const { historyId } = await givenCall(service.db);
  await create({ historyId, kind: 'callback' });
  const { id } = await latest();

  expect(await create({ historyId, kind: 'callback' })).toBe('assignment.already_open');

  expect(await service.published('action.denied')).toMatchObject([
    { action: 'assignment.create', subject: { kind: 'assignment', id: String(id), historyId } },
  ]);
});

describe('many calls at once', () => {
  const createMany = (historyIds: number[]) => {
    const { clinic, by, carryOut } = service;
    const wish = { historyIds, kind: 'callback', ownerId: clinic.operator.id, dueAt: DUE } as const;
    return carryOut(assignmentCreateMany.of(wish, by(clinic.admin.id)));
  };

  test('those that nobody has are given, each with its line in the log, and their owner is told once', async () => {
    const { db, clinic, published } = service;
    const calls: number[] = [];
    for (let count = 0; count < 4; count += 1) calls.push((await givenCall(db)).historyId);
    const [free, taken] = [calls.slice(1), calls.slice(0, 1)];
    await create({ historyId: taken[0] ?? 0, kind: 'callback' });
    await db.outbox.deleteMany();

    expect(await createMany([...calls].reverse())).toBeNull();

    const rows = await db.assignment.findMany({ where: { historyId: { in: free } }, orderBy: { id: 'asc' } });
    expect(rows.map((row) => Number(row.historyId))).toEqual(free);
    const ids = rows.map(({ id }) => id);
    const people = { ownerId: clinic.operator.id, givenById: clinic.admin.id };
    expect(await published('assignment.batch_created')).toEqual([
      { assignmentIds: ids, taken: 1, ...people },
    ]);
    expect(await published('assignment.created')).toEqual([]);
    const lines = await published('admin.action');
    expect(lines).toMatchObject([
      ...rows.map(({ id, historyId }) => ({
        action: 'assignment.create',
        subject: { kind: 'assignment', id: String(id), historyId: Number(historyId) },
      })),
      { action: 'assignment.create_many', after: { givenCalls: 3, takenCalls: 1 } },
    ]);
    const told = await db.reminder.findMany({ where: { level: 'given' }, orderBy: { assignmentId: 'asc' } });
    expect(told.map(({ assignmentId, userId }) => [assignmentId, userId])).toEqual(
      ids.map((id) => [id, clinic.operator.id]),
    );
  });

  test('nothing is given where somebody has all of them', async () => {
    const { historyId } = await givenCall(service.db);
    await create({ historyId, kind: 'callback' });
    expect(await createMany([historyId])).toBe('assignment.all_taken');
  });

  test('two people at the same moment share the calls: each is given once, and neither waits for ever', async () => {
    const calls: number[] = [];
    for (let count = 0; count < 12; count += 1) calls.push((await givenCall(service.db)).historyId);

    await Promise.all([createMany(calls), createMany([...calls].reverse())]);

    const given = await service.db.assignment.findMany({ where: { historyId: { in: calls } } });
    expect(given.map(({ historyId }) => Number(historyId)).sort((a, b) => a - b)).toEqual(calls);
  });
});
