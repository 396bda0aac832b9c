import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import { assignKindPlace, assignmentsPlace } from '../../src/screens/places/assignments.js';
import {
  myTrainingsPlace,
  trainingDatePlace,
  trainingMetricPlace,
  trainingPlace,
} from '../../src/screens/places/trainings.js';
import { assignmentCardPlace } from '../../src/screens/places/work.js';
import { handOf, type Hand } from '../support/assignment-screens.js';
import {
  givenScoredCall,
  givenTraining,
  hoursAgo,
  rollup,
  trainingClock,
} from '../support/given-training.js';

let db: DbClient;
let clinic: Clinic;
let hand: Hand;

const DAY_MS = 86_400_000;

/** Calls of somebody around a training of long ago, by their checklist. */
const givenCallsOf = async (operator: string, from: string, values: readonly number[]): Promise<void> => {
  const start = new Date(from).getTime();
  await Promise.all(
    values.map((checklistCoverageRatio, index) =>
      givenScoredCall(db, new Date(start + (index % 20) * DAY_MS), operator, { checklistCoverageRatio }),
    ),
  );
};

/** `count` values around a middle. */
const around = (middle: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => middle + ((index % 5) - 2) * 5);

beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  hand = handOf(db, clinic, trainingClock);
});

describe('a training on one call', () => {
  test('asks what it is to change, the worst of the call first, and takes the call as its example', async () => {
    const historyId = await givenScoredCall(db, hoursAgo(1), 'op-1', {
      scriptRiskIndex: 75,
      normalizedCallScore: 70,
      checklistCoverageRatio: 55,
    });
    const kinds = await hand.see('admin', assignKindPlace.address({ historyId }));
    const metrics = await hand.tap('admin', kinds, 'Тренинг');
    expect(metrics.buttons.slice(0, 3)).toEqual([
      ['🔴 Нарушения скрипта · 75'],
      ['🟡 Качество звонка · 70'],
      ['Чек-лист · 55'],
    ]);
    const due = await hand.tap('admin', metrics, '🔴 Нарушения скрипта · 75');
    const date = await hand.tap('admin', due, 'Другая дата');
    expect(date.text).toContain(`Тренинг по звонку #${historyId}`);
    const typed = await hand.type(
      'admin',
      trainingDatePlace.address({
        historyId,
        operator: operatorKey('op-1'),
        metric: 'script_risk_index',
        pattern: null,
        ownerId: clinic.operator.id,
      }),
      'завтра 12:00',
    );
    if (typeof typed === 'string') throw new Error(typed);
    expect(typed.text).toContain('25.11 12:00');
    expect(await hand.intentOf('admin', typed, '✅ Подтвердить')).toMatchObject({
      payload: {
        historyId,
        dueAt: '2026-11-25T09:00:00.000Z',
        training: { operator: 'op-1', metric: 'script_risk_index', pattern: null, examples: [historyId] },
      },
    });
  });

  test('is not asked where nobody answered', async () => {
    const { historyId } = await givenCall(db, { operator: null });
    const { text, buttons } = await hand.see('admin', trainingMetricPlace.address({ historyId }));
    expect(text).toContain('учить некого');
    expect(buttons).toEqual([['⬅️ Назад', '🏠 Меню', '❓']]);
  });
});

describe('before and after', () => {
  const see = async (assignmentId: number, who: keyof Clinic = 'admin') =>
    (await hand.see(who, trainingPlace.address({ assignmentId }))).text;

  test('are told with their calls, beside the others, and what may be concluded', async () => {
    await givenCallsOf('op-2', '2026-08-15T09:00:00Z', around(50, 30));
    await givenCallsOf('op-2', '2026-09-25T09:00:00Z', around(70, 30));
    const example = await givenScoredCall(db, new Date('2026-08-20T09:00:00Z'), 'op-2', {
      checklistCoverageRatio: 0,
    });
    await db.metricRollup.createMany({
      data: ['op-3', 'op-4'].flatMap((operator) => [
        rollup(operator, '2026-08-20', 40, 60, 'checklist_coverage_ratio'),
        rollup(operator, '2026-10-01', 40, 62, 'checklist_coverage_ratio'),
      ]),
    });
    const id = await givenTraining(db, clinic, {
      operator: 'op-2',
      metric: 'checklist_coverage_ratio',
      ownerId: clinic.otherOperator.id,
      createdAt: '2026-09-20T09:00:00Z',
      doneAt: '2026-09-22T09:00:00Z',
      pattern: 'few_steps',
      examples: [example],
    });
    const text = await see(id);
    expect(text).toContain('🎓 Чек-лист · Павел (op-2)');
    expect(text).toContain('Повод: Пропускает шаги чек-листа');
    expect(text).toContain('до: 50 · 30 звонков · 15.08–13.09');
    expect(text).toContain('после: 70 · 30 звонков · 23.09–22.10');
    expect(text).toContain('у остальных за те же дни: 60 → 62');
    expect(text).toMatch(/🟢 Стало лучше: \+18 \(95 %: от \+1\d до \+2\d\)\. Изменение остальных вычтено\./);
    expect(text).toContain(`#${example} · 20.08 12:00`);
    expect(text).not.toContain('Смотрим 30 дней');
  });

  test('of few calls conclude nothing, and say when it is too early', async () => {
    await givenCallsOf('op-5', '2026-10-07T09:00:00Z', around(54, 31));
    await givenCallsOf('op-5', '2026-11-16T09:00:00Z', around(90, 5));
    const training = {
      operator: 'op-5',
      metric: 'checklist_coverage_ratio',
      ownerId: clinic.operator.id,
    } as const;
    const done = await givenTraining(db, clinic, {
      ...training,
      createdAt: '2026-11-12T09:00:00Z',
      doneAt: '2026-11-13T09:00:00Z',
    });
    const text = await see(done);
    expect(text).toContain('до: 54 · 31 звонок');
    expect(text).toContain('после: 90 · 5 звонков · 14.11–24.11');
    expect(text).toContain('Мало звонков, вывод не делаем: нужно хотя бы 30 до и 30 после');
    expect(text).toContain('они ещё не прошли');
    const open = await givenTraining(db, clinic, { ...training, createdAt: '2026-11-12T09:00:00Z' });
    expect(await see(open)).toContain('Тренинг не пройден');
    expect(await see(open)).not.toContain('после:');
  });

  test('are for who takes the training and who gives trainings', async () => {
    const assignmentId = await givenTraining(db, clinic, {
      operator: 'op-1',
      metric: 'normalized_call_score',
      ownerId: clinic.operator.id,
      createdAt: '2026-11-20T09:00:00Z',
      pattern: 'low_quality',
    });
    expect(await see(assignmentId, 'operator')).toContain('Качество звонка · Ольга (op-1)');
    expect(await see(assignmentId, 'otherOperator')).toContain('Здесь пусто');
    expect(await see(assignmentId, 'marketing')).toContain('недоступен');
    const card = await hand.see('operator', assignmentCardPlace.address({ assignmentId }));
    expect(card.text).toContain('Низкое качество · op-1');
    expect(card.buttons.flat()).toContain('🎓 Звонки и результат тренинга');
    const mine = await hand.see('operator', myTrainingsPlace.address({ direction: 'on' }));
    expect(mine.text).toContain('🎓 Качество звонка: новое, до 27.11 18:00');
  });
});

test('the way there begins at the assignments, for who gives them only', async () => {
  const address = assignmentsPlace.address({ view: 'mine', direction: 'on' });
  expect((await hand.see('admin', address)).buttons.flat()).toContain('🎓 Обучение');
  expect((await hand.see('operator', address)).buttons.flat()).not.toContain('🎓 Обучение');
});
