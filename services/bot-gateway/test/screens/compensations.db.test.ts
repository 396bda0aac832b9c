import type { DbClient } from '@perezvon/db';
import { givenCall, givenClinic, givenScore, testDatabase, type Clinic } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditLogPlace } from '../../src/screens/places/audit-log.js';
import {
  compensationEndPlace,
  compensationLimitPlace,
  compensationLimitSavePlace,
  compensationLimitsPlace,
  compensationPlace,
  compensationsPlace,
} from '../../src/screens/places/compensations.js';
import { menuPlace } from '../../src/screens/places/root.js';
import { settingsPlace } from '../../src/screens/places/settings.js';
import { LANGUAGES } from '../../src/text/translate.js';
import {
  approvalLine,
  closePayment,
  givenCompensation,
  moneySeer,
  type SeeMoney,
} from '../support/given-compensation.js';

const WORDS = 'Марья Ивановна ждала два часа, +7 916 123-45-67';

let db: DbClient;
let clinic: Clinic;
let historyId: number;
let see: SeeMoney;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  see = moneySeer({ db, clinic });
});
beforeEach(async () => {
  await db.compensation.deleteMany();
  await db.setting.deleteMany();
  const call = await givenCall(db);
  await givenScore(db, call);
  ({ historyId } = call);
});

const given = (proposal: Partial<Parameters<typeof givenCompensation>[1]> = {}): Promise<number> =>
  givenCompensation({ db, clinic }, { historyId, ...proposal });

describe('«💰 Компенсации»', () => {
  test('shows what waits for me first, and every compensation in exactly one view', async () => {
    const waiting = await given();
    historyId = (await givenCall(db)).historyId;
    const unpaid = await given({ state: 'approved' });
    historyId = (await givenCall(db)).historyId;
    const paid = await given({ state: 'approved' });
    await closePayment(db, historyId, 'done');
    historyId = (await givenCall(db)).historyId;
    const dropped = await given({ state: 'approved' });
    await closePayment(db, historyId, 'cancelled');
    const refused = await given({ state: 'refused' });

    const numbers = async (view: 'waiting' | 'unpaid' | 'paid' | 'closed') => {
      const { buttons } = await see('admin', compensationsPlace.address({ view, direction: 'on' }));
      return buttons.flatMap(([label = '']) => /^№(\d+)/.exec(label)?.slice(1).map(Number) ?? []);
    };
    expect(await numbers('waiting')).toEqual([waiting]);
    expect(await numbers('unpaid')).toEqual([unpaid]);
    expect(await numbers('paid')).toEqual([paid]);
    expect(await numbers('closed')).toEqual([refused, dropped]);

    const list = compensationsPlace.address({ view: 'waiting', direction: 'on' });
    const forMe = await see('superadmin', list);
    expect(forMe.text).toContain(`👉 №${waiting} · 1 500,50 ₽ — решите вы\n24.11 12:00 · Анна · Долго ждал`);
    expect(forMe.buttons).toContainEqual(['• ⏳ Ждут (1)', '💸 Выплатить (1)']);
    expect(forMe.buttons).toContainEqual(['✅ Выплачены (1)', '✖️ Отклонены (2)']);
    expect(forMe.buttons).toContainEqual(['📤 Для бухгалтерии']);
    const proposer = await see('admin', list);
    expect(proposer.text).toContain(`№${waiting} · 1 500,50 ₽ — ждёт решения`);
    expect(proposer.buttons.flat()).not.toContain('📤 Для бухгалтерии');
  });

  test('the menu tells who decides that somebody waits, and nobody else', async () => {
    await given();
    expect((await see('superadmin', menuPlace.address({}))).text).toContain(
      '💰 Ждёт вашего решения: 1 компенсация',
    );
    expect((await see('admin', menuPlace.address({}))).text).not.toContain('💰');
    await db.compensation.deleteMany();
    expect((await see('superadmin', menuPlace.address({}))).text).not.toContain('💰');
  });
});

test('each limit is set by those above its role, and says what cannot be', async () => {
  expect((await see('superadmin', settingsPlace.address({}))).buttons).toContainEqual([
    '💰 Пределы компенсаций',
  ]);
  expect((await see('admin', settingsPlace.address({}))).buttons.flat()).not.toContain(
    '💰 Пределы компенсаций',
  );
  expect((await see('superadmin', compensationLimitsPlace.address({}))).text).toContain(
    'Предлагает администратор: 10 000 ₽\nПредлагает суперадмин: 50 000 ₽\nОдобряет суперадмин: 50 000 ₽',
  );
  const changed = async (who: 'superadmin' | 'supremeDev') =>
    (await see(who, compensationLimitsPlace.address({}))).buttons
      .flat()
      .filter((text) => text.startsWith('✏️'));
  expect(await changed('superadmin')).toEqual(['✏️ Предлагает администратор']);
  expect(await changed('supremeDev')).toHaveLength(3);
  const own = { limit: 'approve_superadmin' } as const;
  for (const address of [
    compensationLimitPlace.address(own),
    compensationLimitSavePlace.address({ ...own, kopecks: 9_000_000 }),
  ]) {
    const seen = await see('superadmin', address);
    expect(seen.text).toContain('Предел своей роли никто не меняет');
    expect(seen.buttons.flat()).not.toContain('✅ Сохранить');
  }
  const save = (kopecks: number) => compensationLimitSavePlace.address({ limit: 'propose_admin', kopecks });
  const possible = await see('superadmin', save(1_500_000));
  expect(possible.text).toContain('Предлагает администратор: 10 000 ₽ → 15 000 ₽');
  expect(possible.buttons[0]).toEqual(['✅ Сохранить', '✖️ Отмена']);
  const same = await see('superadmin', save(1_000_000));
  expect(same.text).toContain('Такой предел уже стоит: 10 000 ₽.');
  const crossed = await see('superadmin', save(15_000_000));
  expect(crossed.text).toContain('больше, чем одобрить');
  for (const seen of [same, crossed]) expect(seen.buttons.flat()).not.toContain('✅ Сохранить');
});

test('the log says in words who asked, who decided, how much and why', async () => {
  await db.adminActionLog.create({
    data: approvalLine(clinic, { seq: 2, historyId, compensationId: 5, assignmentId: 7 }),
  });
  const { text } = await see('superadmin', auditLogPlace.address({}));
  expect(text).toContain(
    [
      `Одобрить компенсацию: №5 #${historyId}`,
      'компенсация: ждёт решения → одобрена',
      'сумма: 1 500,50 ₽',
      'за что: Цена вышла другой',
      'предложил(а): Анна',
      'решил(а): Игорь',
      'поручение: №7',
    ].join('\n'),
  );
});

test.each(LANGUAGES)('every screen is drawn in %s', async (language) => {
  const compensationId = await given({ words: WORDS });
  const addresses = [
    compensationsPlace.address({ view: 'closed', direction: 'on' }),
    compensationPlace.address({ compensationId }),
    ...(['approve', 'refuse'] as const).map((move) => compensationEndPlace.address({ compensationId, move })),
  ];
  for (const address of addresses)
    expect((await see('superadmin', address, { language })).text).not.toMatch(/null|undefined|\{/);
});
