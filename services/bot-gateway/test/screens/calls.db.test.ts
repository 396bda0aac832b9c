import { readdirSync, readFileSync } from 'node:fs';
import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ruleWords } from '../../src/text/rule-words.js';
import {
  analyticsPlace,
  callListPlace,
  listenPlace,
  transcriptPlace,
  wholeList,
} from '../../src/screens/places/calls.js';
import { callCardPlace } from '../../src/screens/places/work.js';
import type { Address } from '../../src/screens/define-place.js';
import { toPlainText } from '../../src/text/html.js';
import { LANGUAGES } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';
import { strictTexts } from '../support/texts.js';

const now = clockAt('2026-11-24T09:00:00Z');

describe('from the lists to a call', () => {
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
    await givenScore(db, unread, { validDialogue: false, outcome: 'technical', evidence: [] });
    expect((await see('admin', callCardPlace.address(unread))).text).toContain('Расшифровки ещё нет');
  });
});

describe('transcript and recording', () => {
  let db: DbClient;
  let clinic: Clinic;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
  });

  test('turns have times, the quoted words are marked, a phone is hidden from an admin only', async () => {
    const call = await givenCall(db, {
      turns: [
        { t: 0, speaker: 'operator', text: 'Здравствуйте' },
        { t: 4, speaker: 'client', text: 'вы обещали перезвонить и не перезвонили, номер 89161234567' },
        { t: null, speaker: 'system', text: 'Звонок записывается' },
      ],
    });
    await givenScore(db, call);
    const address = transcriptPlace.address({ historyId: call.historyId, page: 0 });
    const admin = await seeScreen(db, personOf(clinic.admin), address, { now });
    expect(admin.html).toContain('0:00 <b>Оператор:</b> Здравствуйте');
    expect(admin.html).toContain(
      '0:04 <b>Клиент:</b> вы <u><b>обещали перезвонить и не перезвонили</b></u>, номер •••',
    );
    expect(admin.html).toContain('\n<b>Система:</b> Звонок записывается');
    const superadmin = await seeScreen(db, personOf(clinic.superadmin), address, { now });
    expect(superadmin.text).toContain('номер 89161234567');
  });

  test('a call without a recording says why; one with it goes out as audio with the places to hear', async () => {
    const silent = await givenCall(db);
    const without = await seeScreen(db, personOf(clinic.admin), listenPlace.address(silent), { now });
    expect(without.text).toContain('Записи нет: телефония не прислала');
    const call = await givenCall(db, { recordingUrl: 'https://pbx.example/1.mp3' });
    await givenScore(db, call);
    const heard = await seeScreen(db, personOf(clinic.admin), listenPlace.address(call), { now });
    expect(heard.text).toContain('На что обратить внимание:\n0:04 обещание не выполнено');
    expect(heard.buttons).toContainEqual(['✅ Прослушано']);
  });
});

const RULES = new URL('../../../../packages/lm/rules/', import.meta.url);
const ruleIds = readdirSync(RULES)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) =>
    [...readFileSync(new URL(file, RULES), 'utf8').matchAll(/- id: ([a-z_]+\.[a-z_0-9]+)/g)].map(
      ([, id]) => id ?? '',
    ),
  );

describe.each(LANGUAGES)('a rule in words (%s)', (language) => {
  const t = strictTexts.in(language);
  const words = (rule: string): string => toPlainText(ruleWords(rule, t));

  test('every rule of the engine has words of its own or of its family', () => {
    expect(ruleIds.length).toBeGreaterThan(50);
    const neutral = words('nobody.knows');
    expect(ruleIds.filter((rule) => words(rule) === neutral || words(rule).includes('_'))).toEqual([]);
  });

  test('a rule that nobody knows gets neutral words, never its id', () => {
    expect(words('nobody.knows')).not.toMatch(/nobody|knows/);
    expect(words('model.words')).not.toBe(words('nobody.knows'));
  });
});

describe('a state of the dialogue in words', () => {
  const t = strictTexts.in('ru');

  test.each([
    ['state.ends_thinks_offers', 'клиент остался думать'],
    ['state.ends_will_call_promises', 'клиент обещал перезвонить'],
    ['state.open_price', 'остановила цена'],
    ['state.first_goal_own_booking_open', 'звонит по своей записи'],
    ['state.blame_sum_60', 'претензия к клинике'],
    ['state.dropped', 'звонок оборвался'],
    ['state.of_next_year', 'ход разговора'],
  ])('%s: %s', (rule, words) => {
    expect(toPlainText(ruleWords(rule, t))).toBe(words);
  });
});
