import type { TrainingMetric, TrainingPattern } from '@perezvon/contracts';
import type { DbClient, Prisma } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  testDatabase,
  UNEVENTFUL_SCORE,
  type Clinic,
} from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import { assignKindPlace, assignmentsPlace } from '../../src/screens/places/assignments.js';
import {
  myTrainingsPlace,
  patternPlace,
  patternsPlace,
  trainingDatePlace,
  trainingMetricPlace,
  trainingPlace,
  trainingsPlace,
} from '../../src/screens/places/trainings.js';
import { assignmentCardPlace } from '../../src/screens/places/work.js';
import { LANGUAGES } from '../../src/text/translate.js';
import { handOf, type Hand } from '../support/assignment-screens.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
const DAY_MS = 86_400_000;

let db: DbClient;
let clinic: Clinic;
let hand: Hand;

const NO_OFFER = {
  metric: 'script_risk_index',
  turn: 0,
  t: 1,
  quote: 'хочу записаться, мой номер 8 912 345-67-89',
  rule: 'script.no_offer',
  weight: 25,
};

const scored = async (
  callDate: Date,
  operator: string,
  score: Partial<Prisma.CallScoreUncheckedCreateInput>,
): Promise<number> => {
  const call = await givenCall(db, { callDate, operator });
  await givenScore(db, call, { ...UNEVENTFUL_SCORE, ...score });
  return call.historyId;
};

const hoursAgo = (hours: number): Date => new Date(now().getTime() - hours * 3_600_000);

const rollup = (operator: string, day: string, calls: number, mean: number, metric: TrainingMetric) => ({
  metric,
  day: new Date(day),
  operator,
  calls,
  total: calls * mean,
  red: 0,
});

interface GivenTraining {
  operator: string;
  metric: TrainingMetric;
  ownerId: number;
  createdAt: string;
  /** undefined: it is open. */
  doneAt?: string;
  pattern?: TrainingPattern;
  examples?: readonly number[];
}

const givenTraining = async (training: GivenTraining): Promise<number> => {
  const { operator, metric, ownerId, createdAt, doneAt, pattern = null, examples = [] } = training;
  const { id } = await db.assignment.create({
    data: {
      kind: 'training',
      state: doneAt === undefined ? 'open' : 'done',
      ownerId,
      givenById: clinic.admin.id,
      dueAt: new Date('2026-11-27T15:00:00Z'),
      createdAt,
      closedAt: doneAt ?? null,
      training: {
        create: {
          operator,
          metric,
          pattern,
          examples: { create: examples.map((historyId) => ({ historyId })) },
        },
      },
    },
  });
  return id;
};

/** Calls of somebody around a training of long ago, by their checklist. */
const givenCallsOf = async (operator: string, from: string, values: readonly number[]): Promise<void> => {
  const start = new Date(from).getTime();
  await Promise.all(
    values.map((checklistCoverageRatio, index) =>
      scored(new Date(start + (index % 20) * DAY_MS), operator, { checklistCoverageRatio }),
    ),
  );
};

/** `count` values around a middle. */
const around = (middle: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => middle + ((index % 5) - 2) * 5);

let noOffer: number[];
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  hand = handOf(db, clinic, now);
  noOffer = [];
  for (let index = 0; index < 12; index += 1)
    noOffer.push(await scored(hoursAgo(10 + index), 'op-1', { evidence: [NO_OFFER] }));
  for (let index = 0; index < 5; index += 1)
    await scored(hoursAgo(10 + index), 'op-9', { checklistCoverageRatio: 30 });
  for (let index = 0; index < 4; index += 1)
    await scored(hoursAgo(10 + index), 'op-2', { normalizedCallScore: 10 });
  await db.metricRollup.createMany({
    data: [
      rollup('op-1', '2026-11-23', 60, 80, 'conversion_score'),
      rollup('op-2', '2026-11-23', 90, 80, 'conversion_score'),
      rollup('op-9', '2026-11-23', 40, 30, 'checklist_coverage_ratio'),
    ],
  });
});

describe('what repeats', () => {
  test('stands with its base and beside the others; four times is not enough', async () => {
    const { text, buttons } = await hand.see('admin', patternsPlace.address({ page: 0 }));
    expect(text).toContain('🎓 Обучение · что повторяется за 7 дней, 18.11–24.11');
    expect(text).toContain('Ольга (op-1) · Не предлагает запись\n12 из 60 целевых · 20 %, у остальных 0 %');
    expect(text).toContain('op-9 · Пропускает шаги чек-листа\n5 из 40 разговоров · 13 %');
    expect(text).not.toContain('Низкое качество');
    expect(buttons.slice(0, 3)).toEqual([
      ['Ольга · Не предлагает запись · 12'],
      ['op-9 · Пропускает шаги чек-листа · 5'],
      ['📚 Все тренинги'],
    ]);
  });

  test('opens with the latest ten calls and the words that show it, the number hidden', async () => {
    const list = await hand.see('admin', patternsPlace.address({ page: 0 }));
    const { text, buttons } = await hand.tap('admin', list, 'Ольга · Не предлагает запись · 12');
    expect(text).toContain('Последние 10 из 12:');
    expect(text).toContain('хочу записаться');
    expect(text).not.toContain('345');
    expect(buttons[0]).toEqual(['🎓 Назначить тренинг']);
    expect(buttons.flat().filter((label) => label.startsWith('#'))).toHaveLength(10);
  });

  test('becomes a training of the operator himself in three taps, with those calls', async () => {
    const pattern = await hand.see(
      'admin',
      patternPlace.address({ operator: operatorKey('op-1'), pattern: 'no_offer' }),
    );
    const due = await hand.tap('admin', pattern, '🎓 Назначить тренинг');
    expect(due.text).toContain('Тренинг: Не предлагает запись');
    expect(due.text).toContain('Измерим: Конверсия');
    expect(due.text).toContain('Проходит: Ольга');
    const [tomorrow = ''] = due.buttons[0] ?? [];
    const confirm = await hand.tap('admin', due, tomorrow);
    expect(await hand.intentOf('admin', confirm, '✅ Подтвердить')).toMatchObject({
      type: 'assignment.create',
      payload: {
        historyId: null,
        kind: 'training',
        ownerId: clinic.operator.id,
        training: {
          operator: 'op-1',
          metric: 'conversion_score',
          pattern: 'no_offer',
          examples: noOffer.slice(0, 10),
        },
      },
    });
  });

  test('of an operator without access is taught by somebody else', async () => {
    const pattern = await hand.see(
      'admin',
      patternPlace.address({ operator: operatorKey('op-9'), pattern: 'few_steps' }),
    );
    const people = await hand.tap('admin', pattern, '🎓 Назначить тренинг');
    expect(people.text).toContain('нет доступа к боту');
    const anna = people.buttons.flat().find((label) => label.includes('Анна')) ?? '';
    const due = await hand.tap('admin', people, anna);
    expect(due.text).toContain('Оператор: op-9');
    expect(due.text).toContain('Проходит: Анна');
  });

  test('is not offered again while its training is open, and is told when it was done', async () => {
    const assignmentId = await givenTraining({
      operator: 'op-9',
      metric: 'checklist_coverage_ratio',
      ownerId: clinic.admin.id,
      createdAt: '2026-11-24T08:00:00Z',
    });
    const address = patternPlace.address({ operator: operatorKey('op-9'), pattern: 'few_steps' });
    const open = await hand.see('admin', address);
    expect(open.text).toContain('🎓 тренинг уже назначен, до 27.11 18:00');
    expect(open.buttons[0]).toEqual(['🎓 Открыть его тренинг']);
    await db.assignment.update({ where: { id: assignmentId }, data: { state: 'done', closedAt: now() } });
    const done = await hand.see('admin', address);
    expect(done.text).toContain('🎓 тренинг пройден 24.11 12:00');
    expect(done.buttons[0]).toEqual(['🎓 Назначить тренинг']);
  });
});

describe('a training on one call', () => {
  test('asks what it is to change, the worst of the call first, and takes the call as its example', async () => {
    const historyId = await scored(hoursAgo(1), 'op-1', {
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
    const example = await scored(new Date('2026-08-20T09:00:00Z'), 'op-2', { checklistCoverageRatio: 0 });
    await db.metricRollup.createMany({
      data: ['op-3', 'op-4'].flatMap((operator) => [
        rollup(operator, '2026-08-20', 40, 60, 'checklist_coverage_ratio'),
        rollup(operator, '2026-10-01', 40, 62, 'checklist_coverage_ratio'),
      ]),
    });
    const id = await givenTraining({
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
    const done = await givenTraining({
      ...training,
      createdAt: '2026-11-12T09:00:00Z',
      doneAt: '2026-11-13T09:00:00Z',
    });
    const text = await see(done);
    expect(text).toContain('до: 54 · 31 звонок');
    expect(text).toContain('после: 90 · 5 звонков · 14.11–24.11');
    expect(text).toContain('Мало звонков, вывод не делаем: нужно хотя бы 30 до и 30 после');
    expect(text).toContain('они ещё не прошли');
    const open = await givenTraining({ ...training, createdAt: '2026-11-12T09:00:00Z' });
    expect(await see(open)).toContain('Тренинг не пройден');
    expect(await see(open)).not.toContain('после:');
  });

  test('are for who takes the training and who gives trainings', async () => {
    const assignmentId = await givenTraining({
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

test.each(LANGUAGES)('every page of trainings has all its words (%s)', async (language) => {
  const first = await db.training.findFirstOrThrow({ where: { pattern: 'few_steps' } });
  const addresses = [
    patternsPlace.address({ page: 0 }),
    patternPlace.address({ operator: operatorKey('op-1'), pattern: 'no_offer' }),
    trainingsPlace.address({ direction: 'on' }),
    trainingPlace.address({ assignmentId: first.assignmentId }),
  ];
  for (const address of addresses) {
    const { text, buttons } = await seeScreen(db, { ...personOf(clinic.admin), language }, address, { now });
    expect(text).not.toMatch(/[{}$]|none|null|undefined|NaN/);
    expect(
      /[А-Яа-яЁё]/.test(
        buttons.flat().join().replaceAll('Ольга', '').replaceAll('Павел', '').replaceAll('Анна', ''),
      ),
    ).toBe(language === 'ru');
  }
});
