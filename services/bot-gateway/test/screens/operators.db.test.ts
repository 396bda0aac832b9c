import type { DbClient } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenRollup,
  givenScore,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import { operatorCallsQuery } from '../../src/queries/calls/list-operator-calls.js';
import type { Address } from '../../src/screens/define-place.js';
import { myStatsPlace, operatorCallsPlace, operatorPagePlace } from '../../src/screens/places/operators.js';
import { myTrainingsPlace } from '../../src/screens/places/trainings.js';
import { operatorCodePlace, userCardPlace } from '../../src/screens/places/people.js';
import { menuPlace } from '../../src/screens/places/root.js';
import { LANGUAGES, type Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');

let db: DbClient;
let clinic: Clinic;
let historyIds: number[];

/** A week of three operators, ten calls of the first, and what he had to do. */
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  const counts = { calls: 40, validDialogues: 36, targetCalls: 30, complaintRed: 1, qualityCalls: 36 };
  await givenRollup(db, '2026-11-20', { ...counts, operator: 'op-1', records: 12, qualitySum: 36 * 70 });
  await givenRollup(db, '2026-11-21', { ...counts, operator: 'op-2', records: 6, qualitySum: 36 * 50 });
  await givenRollup(db, '2026-11-22', { ...counts, operator: 'op-3', records: 9, qualitySum: 36 * 80 });
  await givenRollup(db, '2026-11-24', {
    operator: 'op-1',
    calls: 3,
    validDialogues: 3,
    targetCalls: 2,
    records: 1,
  });
  // A month ago, and nobody's: in no week.
  await givenRollup(db, '2026-10-30', { ...counts, operator: 'op-1', records: 30 });
  await givenRollup(db, '2026-11-20', { operator: '', calls: 9, missed: 9 });
  historyIds = [];
  for (let index = 0; index < 10; index += 1) {
    const call = await givenCall(db, { callDate: `2026-11-2${index % 4}T0${index}:00:00Z` });
    await givenScore(db, call, { complaintRiskFlag: index === 0, normalizedCallScore: 70 + index });
    historyIds.push(call.historyId);
  }
  await givenScore(db, await givenCall(db, { operator: 'op-2' }));
  const work = { ownerId: clinic.operator.id, givenById: clinic.admin.id };
  const [first = 0, second = 0, third = 0] = historyIds;
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour));
  await db.assignment.createMany({
    data: [
      { ...work, historyId: first, kind: 'callback', state: 'done', dueAt: at(23, 10), closedAt: at(23, 9) },
      {
        ...work,
        historyId: second,
        kind: 'callback',
        state: 'done',
        dueAt: at(23, 10),
        closedAt: at(23, 11),
      },
      // Its deadline has not come, and nobody had to do the other.
      { ...work, historyId: third, kind: 'callback', dueAt: at(24, 20) },
      {
        ...work,
        historyId: third,
        kind: 'callback',
        state: 'cancelled',
        dueAt: at(23, 10),
        closedAt: at(23, 9),
      },
      { ...work, historyId: first, kind: 'training', state: 'done', dueAt: at(20, 10), closedAt: at(20, 9) },
      { ...work, historyId: second, kind: 'training', dueAt: at(23, 10) },
    ],
  });
});

const see = (who: keyof Clinic, address: Address, language: Language = 'ru'): Promise<Seen> =>
  seeScreen(db, { ...personOf(clinic[who]), language }, address, { now });
const page = (code: string) => operatorPagePlace.address({ operator: operatorKey(code), span: 'week' });
const calls = (code: string) => operatorCallsPlace.address({ operator: operatorKey(code), direction: 'on' });

test('an operator reads his week beside the team’s middle, each number with its base', async () => {
  const { text, buttons } = await see('operator', myStatsPlace.address({ span: 'week' }));
  expect(text).toBe(
    [
      '📈 Моя статистика',
      'Неделя, 18.11–24.11',
      '',
      '☎️ 43 звонка · у команды 40',
      '📝 Записались: 13 из 32 целевых · 41 % · у команды 30 %',
      '🟡 Качество: 70 в среднем по 36 звонкам · у команды 70',
      '🔴 Красных: 1 из 39 разговоров · 3 % · у команды 3 %',
      '📞 Перезвоны в срок: 1 из 2 · 50 %',
      '',
      '«У команды» — середина (медиана): у половины больше, у половины меньше. Всего 3 оператора.',
      'Где меньше 30, с командой не сравниваем: это была бы случайность.',
    ].join('\n'),
  );
  expect(buttons.slice(0, 3)).toEqual([
    ['День', '• Неделя', 'Месяц'],
    ['📋 Мои поручения', '☎️ Мои звонки'],
    ['🎓 Мои тренинги (1)', '⚖️ Мои споры (0)'],
  ]);
});

test('a day is today’s alone and compares nothing where there is too little', async () => {
  const { text } = await see('operator', myStatsPlace.address({ span: 'day' }));
  expect(text).toContain(
    'Сегодня, 24.11\n\n☎️ 3 звонка\n📝 Записались: 1 из 2 целевых · 50 %\n⚪️ Качество: оценок ещё нет',
  );
  expect(text).toContain('С командой не сравниваем: для этого нужны звонки хотя бы 3 операторов.');
  expect((await see('operator', myStatsPlace.address({ span: 'month' }))).text).toContain(
    'Месяц, 26.10–24.11\n\n☎️ 83',
  );
  expect((await see('otherOperator', myStatsPlace.address({ span: 'day' }))).text).toContain(
    'Сегодня разобранных звонков ещё нет.',
  );
});

test('who is no operator of the calls reads what to do about it, and the menu offers it to operators only', async () => {
  const stats = myStatsPlace.address({ span: 'week' });
  expect((await see('admin', stats)).text).toContain('Вы ещё не связаны с оператором из звонков');
  expect((await see('marketing', stats)).text).toContain('недоступен');
  const menu = menuPlace.address({});
  expect((await see('operator', menu)).buttons.flat()).toContain('📈 Моя статистика');
  for (const who of ['admin', 'marketing'] as const)
    expect((await see(who, menu)).buttons.flat()).not.toContain('📈 Моя статистика');
});

test('an administrator opens any operator’s page, from his card too; an operator opens nobody’s', async () => {
  const { text, buttons } = await see('admin', page('op-1'));
  expect(text).toContain('👤 Оператор op-1 · Ольга\nНеделя, 18.11–24.11\n\n☎️ 43 звонка · у команды 40');
  expect(buttons.slice(1, 3)).toEqual([
    ['☎️ Звонки', '🔴 Риски жалоб'],
    ['⚖️ Споры (0)', '👥 Карточка сотрудника'],
  ]);
  const card = await see('admin', userCardPlace.address({ userId: clinic.operator.id }));
  expect(card.data['📈 Статистика']).toBe(page('op-1').data);
  expect((await see('admin', page('op-9'))).text).toContain('Здесь пусто');
  for (const who of ['operator', 'marketing'] as const)
    expect((await see(who, page('op-1'))).text).toContain('недоступен');
});

test('who is shut out leaves work behind: his card says how much', async () => {
  const { id: userId } = clinic.otherOperator;
  const card = async () => (await see('admin', userCardPlace.address({ userId }))).text;
  expect(await card()).not.toContain('Открытых поручений');
  const work = { ownerId: userId, givenById: clinic.admin.id, dueAt: now(), kind: 'review' } as const;
  const { id } = await db.assignment.create({ data: { ...work, historyId: historyIds.at(-1) ?? 0 } });
  expect(await card()).toContain('\nОткрытых поручений: 1\n');
  await db.user.update({ where: { id: userId }, data: { status: 'blocked' } });
  expect(await card()).toContain('⚠️ Открытых поручений: 1. Передайте их: «📋 Поручения» → «Все».');
  await db.user.update({ where: { id: userId }, data: { status: 'active' } });
  await db.assignment.delete({ where: { id } });
});

test('the calls of an operator are his and the administrators’: the latest first, page by page, each once', async () => {
  const seen: number[] = [];
  let address: Address | null = calls('op-1');
  while (address !== null) {
    const current: Seen = await see('operator', address);
    seen.push(
      ...current.buttons
        .flat()
        .flatMap((label) => /^#(\d+) · /.exec(label)?.[1] ?? [])
        .map(Number),
    );
    const next = current.data['▶️'];
    address = next === undefined ? null : { data: next };
  }
  expect(seen).toHaveLength(10);
  expect(new Set(seen)).toEqual(new Set(historyIds));
  const [first] = (await see('operator', calls('op-1'))).text.split('\n').slice(2);
  expect(first).toMatch(/^🟢 23\.11 10:00 · #\d+ · жалоба · качество 77$/);

  expect((await see('admin', calls('op-1'))).text).toContain('☎️ Звонки: op-1');
  expect((await see('otherOperator', calls('op-1'))).text).toContain('Здесь пусто');
  expect((await see('marketing', calls('op-1'))).text).toContain('недоступен');
});

test('a page of calls is read from the operator’s own index, also of one who has left', async () => {
  const cursor = { at: Date.parse('2026-11-22T06:00:00Z'), historyId: 900_003 };
  for (const from of [null, { cursor, direction: 'on' }, { cursor, direction: 'back' }] as const) {
    const query = operatorCallsQuery({ code: 'op-1', from, limit: 8 });
    const plan = await db.$transaction(async (tx) => {
      // A handful of calls would be sorted in memory whatever stands in the statement.
      await tx.$executeRaw`SET LOCAL enable_sort = off`;
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN ${query}`;
    });
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index (Only )?Scan( Backward)? using calls_operator_call_date_history_id_idx/);
  }
});

test('my trainings stay there when they are done, the newest first', async () => {
  const { text, buttons } = await see('operator', myTrainingsPlace.address({ direction: 'on' }));
  expect(text).toMatch(
    /^🎓 Мои тренинги · ждёт 1\n\n⏰ По звонку #\d+: новое, срок 23\.11 13:00 прошёл\n🎓 По звонку #\d+: выполнено$/,
  );
  expect(buttons).toHaveLength(3);
  expect((await see('otherOperator', myTrainingsPlace.address({ direction: 'on' }))).text).toContain(
    'Тренингов вам ещё не назначали.',
  );
});

test('who is let in is picked from the operators of the calls that nobody has, long names too, page by page', async () => {
  const { id: userId } = await db.user.create({
    data: { telegramId: 8_001, firstName: 'Нина', status: 'requested' },
  });
  const long = 'Константинопольская Александра Вениаминовна, старшая смена';
  await givenRollup(db, '2026-11-23', { operator: long, calls: 7 });
  for (let index = 0; index < 8; index += 1)
    await givenRollup(db, '2026-11-23', { operator: `a-${index}`, calls: 1 });
  await givenRollup(db, '2026-07-01', { operator: 'gone', calls: 99 });

  const first = await see('admin', operatorCodePlace.address({ userId, page: 0 }));
  expect(first.text).toContain('Нина: кто это в звонках?');
  expect(first.buttons.flat()).toEqual(expect.arrayContaining(['a-0 · 1', 'a-7 · 1', '▶️', 'Без кода']));
  const second = await see('admin', { data: first.data['▶️'] ?? '' });
  expect(second.buttons.slice(0, 3)).toEqual([['op-3 · 40'], [`${long} · 7`], ['◀️']]);
  expect(second.buttons.flat().join()).not.toMatch(/op-1|op-2|gone/);
});

test.each(LANGUAGES)('every page of operators has all its words (%s)', async (language) => {
  for (const [who, address] of [
    ['operator', myStatsPlace.address({ span: 'month' })],
    ['operator', myTrainingsPlace.address({ direction: 'on' })],
    ['operator', calls('op-1')],
    ['admin', page('op-1')],
    ['admin', page('op-2')],
  ] as const) {
    const { text, buttons } = await see(who, address, language);
    expect(text).not.toMatch(/[{}$]|none|null|undefined/);
    expect(/[А-Яа-яЁё]/.test(buttons.flat().join())).toBe(language === 'ru');
  }
});
