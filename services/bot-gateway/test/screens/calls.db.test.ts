import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import {
  analyticsPlace,
  callListPlace,
  listenPlace,
  transcriptPlace,
  wholeList,
} from '../../src/screens/places/calls.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import type { Address } from '../../src/screens/define-place.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');

let db: DbClient;
let clinic: Clinic;
let historyId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  const call = await givenCall(db, { historyId: 500_123, clientPhoneLast4: '1234' });
  await givenScore(db, call, {
    ruledOut: [
      {
        metric: 'complaint_risk_flag',
        turn: 1,
        t: 4,
        quote: 'я буду жаловаться',
        rule: 'complaint.escalation',
        why: 'negated',
      },
    ],
  });
  ({ historyId } = call);
  await db.dailyRollup.create({
    data: {
      day: new Date('2026-11-24'),
      operator: 'op-1',
      calls: 5,
      withoutTranscript: 1,
      validDialogues: 3,
      missed: 1,
      targetCalls: 3,
      records: 0,
      complaintRed: 1,
      complaintYellow: 0,
      followupNeeded: 1,
      lostRed: 0,
      churnHigh: 1,
      crossSell: 0,
      qualitySum: 45,
      qualityCalls: 1,
    },
  });
});

const see = (who: keyof Clinic, address: Address): Promise<Seen> =>
  seeScreen(db, personOf(clinic[who]), address, { now });

test('«LM Аналитика» has the period, what the metrics can see, and a button a list with its count', async () => {
  const seen = await see('admin', analyticsPlace.address({ days: 7 }));
  expect(seen.text).toBe(
    [
      '🧠 LM Аналитика · 7 дней, 18.11–24.11',
      '5 звонков: разобрано 3, без разговора 1, без расшифровки 1',
      '',
      'Ещё без ответственного: жалобы 1, перезвоны 1, упущенные 0',
    ].join('\n'),
  );
  expect(seen.buttons).toEqual([
    ['• 7 дней', '14 дней', '30 дней'],
    ['🔴 Риски жалоб (1)'],
    ['📞 Нужно перезвонить (1)'],
    ['💸 Упущенная выручка (0)'],
    ['📈 Таблица метрик'],
    ['🎯 Топ-5'],
    ['⚖️ Споры (0)'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
});

test('a list shows a call with its score, words and owner, and opens it', async () => {
  const seen = await see('admin', callListPlace.address(wholeList('complaint', 7)));
  expect(seen.text).toBe(
    [
      '🔴 Риски жалоб · 7 дней · 1 звонок',
      '',
      '🔴 80 · 24.11 11:00 · #500123 · op-1',
      '«обещали перезвонить и не перезвонили»',
      '👤 без ответственного',
    ].join('\n'),
  );
  expect(seen.buttons).toEqual([
    ['#500123 · 24.11 11:00 · 80'],
    ['👥 Назначить списком'],
    ['Только без ответственного (1)'],
    ['Оператор', 'Новые (1)'],
    ['↕️ Сначала недавние'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
  const empty = await see('admin', callListPlace.address(wholeList('lost', 7)));
  expect(empty.text).toContain('🟢 Упущенных записей нет.');
});

test('the card says what happened, why it is here, what was ruled out, and what one can do', async () => {
  const seen = await see('admin', callCardPlace.address({ historyId }));
  expect(seen.text).toBe(
    [
      'Звонок #500123 · 24.11 11:00',
      'Входящий · op-1 · ждал 10 с · разговор 1:00 · клиент +7 ••• •••-12-34',
      'Итог: жалоба · 🔴 Риск жалобы 80 · 🔴 Риск ухода 70',
      '📞 Нужно перезвонить: жалоба не закрыта',
      '',
      'Почему',
      '🔴 Риск жалобы 80',
      '+40 обещание не выполнено · 0:04',
      '«обещали перезвонить и не перезвонили»',
      '',
      'Проверено и не засчитано',
      'грозит жалобой: сказано с «не» · 0:04',
      '«я буду жаловаться»',
      '',
      'LM v1.0.0+00000000 · профиль обычный',
    ].join('\n'),
  );
  expect(seen.buttons).toEqual([
    ['🎧 Прослушать', '📝 Расшифровка'],
    ['✅ Прослушано', '👤 Назначить'],
    ['👍 Верно', '👎 Ложное', 'Пропущено'],
    ['🔗 Ссылка', '📊 Все метрики'],
    ['💰 Компенсация'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
});

test('the call’s own operator sees the card without the admin’s buttons; another one, and marketing, do not', async () => {
  const own = await see('operator', callCardPlace.address({ historyId }));
  expect(own.buttons).toEqual([
    ['🎧 Прослушать', '📝 Расшифровка'],
    ['📊 Все метрики'],
    ['⚖️ Оспорить'],
    ['⬅️ Назад', '🏠 Меню', '❓'],
  ]);
  for (const place of [
    callCardPlace.address({ historyId }),
    transcriptPlace.address({ historyId, page: 0 }),
    listenPlace.address({ historyId }),
  ]) {
    expect((await see('otherOperator', place)).text).toContain('Здесь пусто');
    expect((await see('marketing', place)).text).not.toContain('500123');
  }
});

test('who has listened and who acts stand on the card, and the call’s assignment is one tap away', async () => {
  const call = await givenCall(db);
  await givenScore(db, call);
  await db.callMark.create({
    data: { historyId: call.historyId, kind: 'listened', userId: clinic.admin.id },
  });
  await db.assignment.create({
    data: {
      historyId: call.historyId,
      kind: 'callback',
      ownerId: clinic.operator.id,
      givenById: clinic.admin.id,
      dueAt: '2026-11-24T15:00:00Z',
    },
  });
  const seen = await see('admin', callCardPlace.address({ historyId: call.historyId }));
  expect(seen.text).toContain('✅ Прослушано: вы\n📋 Перезвон: Ольга, новое, до 24.11 18:00');
  expect(seen.buttons).toContainEqual(['👤 Назначить']);
  expect(seen.buttons).toContainEqual(['📋 Перезвон · Ольга · новое']);
  const other = await see('otherAdmin', callCardPlace.address({ historyId: call.historyId }));
  expect(other.text).toContain('✅ Прослушано: Анна');
});

test('the same words for a flag and its score stand once, with the heaviest first, three a topic', async () => {
  const call = await givenCall(db);
  const piece = (metric: string, turn: number, weight: number, quote: string) => ({
    metric,
    turn,
    t: turn,
    quote,
    rule: 'complaint.wait',
    weight,
  });
  await givenScore(db, call, {
    evidence: [
      piece('complaint_risk_score', 1, 20, 'жду час'),
      piece('complaint_risk_flag', 1, 20, 'жду час'),
      piece('complaint_risk_flag', 2, 50, 'безобразие'),
      piece('complaint_risk_flag', 3, 10, 'третий раз'),
      piece('complaint_risk_flag', 4, 5, 'сколько можно'),
    ],
  });
  const { text } = await see('admin', callCardPlace.address({ historyId: call.historyId }));
  expect(text.match(/«[^»]+»/g)).toEqual(['«безобразие»', '«жду час»', '«третий раз»']);
  expect(text).toContain('… и ещё 1 причина слабее');
});

test('a call without a score, a talk or a transcript says so', async () => {
  const fresh = await givenCall(db, { turns: null });
  expect((await see('admin', callCardPlace.address(fresh))).text).toContain('Звонок ещё не разобран');
  const silent = await givenCall(db);
  await givenScore(db, silent, { validDialogue: false, outcome: 'technical', evidence: [] });
  expect((await see('admin', callCardPlace.address(silent))).text).toContain('Разговора не было');
  const unread = await givenCall(db, { turns: null });
  await givenScore(db, unread, {
    validDialogue: false,
    outcome: 'missed',
    evidence: [],
    gates: { conversion_score: 'no_transcript' },
  });
  expect((await see('admin', callCardPlace.address(unread))).text).toContain('Расшифровки ещё нет');
});
