import type { DbClient } from '@perezvon/db';
import { givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import {
  patternPlace,
  patternsPlace,
  trainingPlace,
  trainingsPlace,
} from '../../src/screens/places/trainings.js';
import { LANGUAGES } from '../../src/text/translate.js';
import { handOf, type Hand } from '../support/assignment-screens.js';
import { seeScreen } from '../support/draw.js';
import {
  givenScoredCall,
  givenTraining,
  hoursAgo,
  rollup,
  trainingClock,
} from '../support/given-training.js';
import { personOf } from '../support/people.js';

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

let noOffer: number[];
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  hand = handOf(db, clinic, trainingClock);
  noOffer = [];
  for (let index = 0; index < 12; index += 1)
    noOffer.push(await givenScoredCall(db, hoursAgo(10 + index), 'op-1', { evidence: [NO_OFFER] }));
  for (let index = 0; index < 5; index += 1)
    await givenScoredCall(db, hoursAgo(10 + index), 'op-9', { checklistCoverageRatio: 30 });
  for (let index = 0; index < 4; index += 1)
    await givenScoredCall(db, hoursAgo(10 + index), 'op-2', { normalizedCallScore: 10 });
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
    const assignmentId = await givenTraining(db, clinic, {
      operator: 'op-9',
      metric: 'checklist_coverage_ratio',
      ownerId: clinic.admin.id,
      createdAt: '2026-11-24T08:00:00Z',
    });
    const address = patternPlace.address({ operator: operatorKey('op-9'), pattern: 'few_steps' });
    const open = await hand.see('admin', address);
    expect(open.text).toContain('🎓 тренинг уже назначен, до 27.11 18:00');
    expect(open.buttons[0]).toEqual(['🎓 Открыть его тренинг']);
    await db.assignment.update({
      where: { id: assignmentId },
      data: { state: 'done', closedAt: trainingClock() },
    });
    const done = await hand.see('admin', address);
    expect(done.text).toContain('🎓 тренинг пройден 24.11 12:00');
    expect(done.buttons[0]).toEqual(['🎓 Назначить тренинг']);
  });
});

test.each(LANGUAGES)('every page of trainings has all its words (%s)', async (language) => {
  const assignmentId = await givenTraining(db, clinic, {
    operator: 'op-9',
    metric: 'checklist_coverage_ratio',
    ownerId: clinic.operator.id,
    createdAt: '2026-11-20T09:00:00Z',
    pattern: 'few_steps',
  });
  const addresses = [
    patternsPlace.address({ page: 0 }),
    patternPlace.address({ operator: operatorKey('op-1'), pattern: 'no_offer' }),
    trainingsPlace.address({ direction: 'on' }),
    trainingPlace.address({ assignmentId }),
  ];
  for (const address of addresses) {
    const { text, buttons } = await seeScreen(db, { ...personOf(clinic.admin), language }, address, {
      now: trainingClock,
    });
    expect(text).not.toMatch(/[{}$]|none|null|undefined|NaN/);
    expect(
      /[А-Яа-яЁё]/.test(
        buttons.flat().join().replaceAll('Ольга', '').replaceAll('Павел', '').replaceAll('Анна', ''),
      ),
    ).toBe(language === 'ru');
  }
});
