import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operatorKey } from '../../src/domain/operator-key.js';
import type { Address } from '../../src/screens/define-place.js';
import { callListPlace, listOperatorPlace, wholeList } from '../../src/screens/places/calls.js';
import type { Language } from '../../src/text/translate.js';
import { seeScreen, type Seen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const now = clockAt('2026-11-24T09:00:00Z');
const WHOLE = wholeList('complaint', 7);

describe('the filters of a list', () => {
  let db: DbClient;
  let clinic: Clinic;
  let ids: { heard: number; owned: number; fresh: number; unanswered: number };

  const complaint = async (points: number, operator: string | null, callDate: string): Promise<number> => {
    const call = await givenCall(db, { operator, callDate, turns: null });
    await givenScore(db, call, { complaintRiskScore: points });
    return call.historyId;
  };

  beforeAll(async () => {
    ({ db } = await testDatabase());
    clinic = await givenClinic(db);
    ids = {
      heard: await complaint(95, 'op-1', '2026-11-24T06:00:00Z'),
      owned: await complaint(90, 'op-1', '2026-11-24T05:00:00Z'),
      fresh: await complaint(85, 'op-1', '2026-11-24T07:00:00Z'),
      unanswered: await complaint(80, null, '2026-11-24T08:00:00Z'),
    };
    await db.callMark.create({ data: { historyId: ids.heard, kind: 'listened', userId: clinic.admin.id } });
    await db.assignment.create({
      data: {
        historyId: ids.owned,
        kind: 'callback',
        ownerId: clinic.operator.id,
        givenById: clinic.admin.id,
        dueAt: '2026-11-24T15:00:00Z',
      },
    });
  });

  const see = (address: Address, language: Language = 'ru'): Promise<Seen> =>
    seeScreen(db, { ...personOf(clinic.admin), language }, address, { now });
  const press = async (seen: Seen, label: string, language?: Language): Promise<Seen> => {
    const data = seen.data[label];
    if (data === undefined) throw new Error(`no button ${label} among ${seen.buttons.join(', ')}`);
    return see({ data }, language);
  };
  const rowsOf = ({ text }: Seen): number[] => [...text.matchAll(/#(\d+)/g)].map(([, id]) => Number(id));

  test('each button says how many calls it leaves, shows them, and stands in the title', async () => {
    const whole = await see(callListPlace.address(WHOLE));
    expect(rowsOf(whole)).toEqual([ids.heard, ids.owned, ids.fresh, ids.unanswered]);
    expect(whole.buttons.slice(-4, -1)).toEqual([
      ['Только без ответственного (3)'],
      ['Оператор', 'Новые (2)'],
      ['↕️ Сначала недавние'],
    ]);

    const unowned = await press(whole, 'Только без ответственного (3)');
    expect(rowsOf(unowned)).toEqual([ids.heard, ids.fresh, ids.unanswered]);
    expect(unowned.text).toContain('7 дней · 3 звонка\n🔎 без ответственного\n');

    const untouched = await press(unowned, 'Новые (2)');
    expect(rowsOf(untouched)).toEqual([ids.fresh, ids.unanswered]);
    expect(untouched.text).toContain(
      '2 звонка\n🔎 без ответственного · новые: никто не слушал и никому не поручали\n',
    );
    expect(rowsOf(await press(untouched, '☑️ Новые (2)'))).toEqual(rowsOf(unowned));
  });

  test.each([
    ['done', '✅ выполнено: Ольга'],
    ['failed', '❌ не удалось: Ольга'],
    ['cancelled', '🗑 отменено: Ольга'],
  ] as const)('work that is %s is over: its row says so, and nobody is looked for', async (state, words) => {
    const { id } = await db.assignment.findFirstOrThrow({ where: { historyId: ids.owned } });
    await db.assignment.update({ where: { id }, data: { state, closedAt: now() } });
    const whole = await see(callListPlace.address(WHOLE));
    expect(whole.text).toContain(words);
    expect(whole.text).not.toContain('👤 Ольга');
    expect(whole.buttons).toContainEqual(['Только без ответственного (3)']);
    await db.assignment.update({ where: { id }, data: { state: 'open', closedAt: null } });
    expect((await see(callListPlace.address(WHOLE))).text).toContain('👤 Ольга');
  });

  test('the latest first, and back to the worst first', async () => {
    const latest = await press(await see(callListPlace.address(WHOLE)), '↕️ Сначала недавние');
    expect(rowsOf(latest)).toEqual([ids.unanswered, ids.fresh, ids.heard, ids.owned]);
    expect(latest.text).toContain('🔎 сначала недавние');
    expect(rowsOf(await press(latest, '↕️ Сначала худшие'))[0]).toBe(ids.heard);
  });

  test('an operator is chosen among those in the list, also nobody; the other filters stay', async () => {
    const untouched = await see(callListPlace.address({ ...WHOLE, untouched: true }));
    const choice = await press(untouched, 'Оператор');
    expect(choice.text).toContain('новые: никто не слушал');
    expect(choice.buttons).toEqual([
      ['op-1 (1)'],
      ['никто не ответил (1)'],
      ['Все операторы (2)'],
      ['⬅️ Назад', '🏠 Меню', '❓'],
    ]);
    const own = await press(choice, 'op-1 (1)');
    expect(rowsOf(own)).toEqual([ids.fresh]);
    expect(own.text).toContain('поручали · оператор op-1\n');
    expect(own.buttons).toContainEqual(['☑️ Оператор: op-1', '☑️ Новые (1)']);
    expect(own.buttons).toContainEqual(['Только без ответственного (1)']);
    expect(rowsOf(await press(choice, 'никто не ответил (1)'))).toEqual([ids.unanswered]);
    const again = await press(own, '☑️ Оператор: op-1');
    expect(rowsOf(await press(again, 'Все операторы (2)'))).toEqual([ids.fresh, ids.unanswered]);
  });

  test('English people read the same', async () => {
    const seen = await see(
      callListPlace.address({ ...WHOLE, operator: operatorKey(null), untouched: true, order: 'latest' }),
      'en',
    );
    expect(seen.text).toContain(
      '🔎 new: nobody has listened, never given to anybody · nobody answered · latest first',
    );
    expect(seen.buttons).toContainEqual(['☑️ Operator: nobody answered', '☑️ New (1)']);
  });

  test('filters that leave nothing say that it is the filters; an operator who is gone is gone', async () => {
    const nothing = await see(
      callListPlace.address({ ...WHOLE, list: 'followup', operator: operatorKey('op-2') }),
    );
    expect(nothing.text).toContain('Здесь пусто');
    await db.callMark.create({
      data: { historyId: ids.unanswered, kind: 'listened', userId: clinic.admin.id },
    });
    const none = await see(callListPlace.address({ ...WHOLE, operator: operatorKey(null), untouched: true }));
    expect(none.text).toContain('По этим фильтрам звонков нет');
    const notHis = await see(
      callListPlace.address({ ...wholeList('lost', 7), operator: operatorKey('op-1') }),
    );
    expect(notHis.text).toContain('По этим фильтрам звонков нет');
    const lost = await see(listOperatorPlace.address({ ...wholeList('lost', 7), page: 0 }));
    expect(lost.text).toContain('выбирать не из кого');
  });

  test('many operators stand on pages, the one with most calls first', async () => {
    for (let index = 0; index < 9; index += 1) {
      const call = await givenCall(db, { operator: `Оператор с очень длинным именем ${index}`, turns: null });
      await givenScore(db, call, { complaintRiskFlag: false, lostOpportunityScore: 70 });
    }
    const first = await see(listOperatorPlace.address({ ...wholeList('lost', 7), page: 0 }));
    expect(first.buttons).toHaveLength(11);
    const second = await press(first, '▶️');
    expect(second.buttons).toEqual([
      ['Оператор с очень длинным именем 8 (1)'],
      ['◀️'],
      ['Все операторы (9)'],
      ['⬅️ Назад', '🏠 Меню', '❓'],
    ]);
    expect((await press(second, 'Оператор с очень длинным именем 8 (1)')).text).toContain('1 звонок');
  });
});
