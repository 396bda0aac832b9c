import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { auditLogPlace } from '../src/screens/places/audit-log.js';
import { SCREENS, ACTIONS } from '../src/screens/index.js';
import { indexScreens } from '../src/screens/screen-index.js';
import { seeScreen } from './support/draw.js';
import { personOf } from './support/people.js';

const now = clockAt('2026-11-24T12:00:00Z');
const index = indexScreens(SCREENS, ACTIONS);

interface Line {
  actorId: number | null;
  action?: string;
  historyId?: number;
  outcome?: 'done' | 'denied' | 'failed';
  reason?: string;
  before?: Record<string, string | number | boolean | null>;
  after?: Record<string, string | number | boolean | null>;
  subject?: { kind: string; id: string };
  at?: Date;
}

const givenLog = async (db: DbClient, ...entries: Line[]): Promise<void> => {
  let seq = await db.adminActionLog.count();
  for (const {
    actorId,
    action = 'assignment.create',
    historyId,
    outcome = 'done',
    reason,
    before,
    after,
    subject,
    at,
  } of entries) {
    seq += 1;
    await db.adminActionLog.create({
      data: {
        seq,
        messageId: `tg-${seq}.1`,
        at: at ?? new Date(Date.UTC(2026, 10, 24, 9, seq)),
        actorId,
        action,
        subjectKind: subject?.kind ?? 'call',
        subjectId: subject?.id ?? String(historyId),
        historyId: historyId ?? null,
        outcome,
        reason: reason ?? null,
        ...(before && { before }),
        ...(after && { after }),
        prevHash: Buffer.alloc(32),
        hash: Buffer.alloc(32),
      },
    });
  }
};

test('a special day of the clinic is dated as people do', async () => {
  const { db } = await testDatabase();
  const { superadmin } = await givenClinic(db);
  await givenLog(db, {
    actorId: superadmin.id,
    action: 'settings.set_hours',
    subject: { kind: 'setting', id: 'hours' },
    after: { specialDay: '2026-12-31', openHours: '09:00–15:00' },
  });
  const { text } = await seeScreen(db, personOf(superadmin), auditLogPlace.address({}), { now });
  expect(text).toContain('Изменить часы работы\nособый день: 31.12.2026\nчасы: 09:00–15:00');
});

test('an entry says who, what, when, how it ended and what has changed', async () => {
  const { db } = await testDatabase();
  const { superadmin, admin, operator, otherOperator } = await givenClinic(db);
  await givenLog(
    db,
    {
      actorId: admin.id,
      action: 'user.set_role',
      subject: { kind: 'user', id: String(operator.id) },
      before: { role: 'operator', operatorCode: 'op-1' },
      after: { role: 'marketing', operatorCode: null },
    },
    {
      actorId: admin.id,
      action: 'assignment.reassign',
      subject: { kind: 'assignment', id: '7' },
      historyId: 500_123,
      before: { ownerId: operator.id, dueAt: '2026-11-24T12:00:00.000Z' },
      after: { ownerId: otherOperator.id, dueAt: '2026-11-25T09:00:00.000Z' },
    },
    { actorId: operator.id, historyId: 500_123, outcome: 'denied', reason: 'permission.missing' },
    {
      actorId: null,
      action: 'user.set_role',
      subject: { kind: 'user', id: String(superadmin.id) },
      outcome: 'failed',
      reason: 'action.attempts_exhausted',
    },
    {
      actorId: admin.id,
      action: 'lm_run.start',
      subject: { kind: 'ruleset', id: 'v1.0.0+00000000' },
      after: {
        runId: 3,
        runKind: 'backtest',
        since: '2026-11-17T09:00:00.000Z',
        until: null,
        totalCalls: 96,
      },
    },
    {
      actorId: operator.id,
      action: 'dispute.open',
      historyId: 500_123,
      subject: { kind: 'dispute', id: '4' },
      after: { disputeState: 'open', noteId: 12 },
    },
  );
  const { text } = await seeScreen(db, personOf(superadmin), auditLogPlace.address({}), { now });
  expect(text).toBe(
    [
      '🧾 Журнал действий',
      '',
      '✅ 24.11 12:06 · Ольга · выполнено',
      'Оспорить оценку: №4 #500123',
      'комментарий: есть',
      '',
      '✅ 24.11 12:05 · Анна · выполнено',
      'Запустить перерасчёт или проверку: v1.0.0+00000000',
      'прогон: Проверка на истории',
      'номер прогона: №3',
      'звонки с: 17.11 12:00',
      'всего звонков: 96',
      '',
      '❗️ 24.11 12:04 · Система · ошибка',
      'Сменить роль: Игорь',
      'все попытки кончились сбоем',
      '',
      '⛔️ 24.11 12:03 · Ольга · отказано',
      'Назначить поручение: #500123',
      'ваша роль этого не позволяет',
      '',
      '✅ 24.11 12:02 · Анна · выполнено',
      'Переназначить поручение: №7 #500123',
      'ответственный: Ольга → Павел',
      'срок: 24.11 15:00 → 25.11 12:00',
      '',
      '✅ 24.11 12:01 · Анна · выполнено',
      'Сменить роль: Ольга',
      'роль: Оператор → Маркетолог',
      'код в звонках: op-1 → —',
    ].join('\n'),
  );
});

test('no line says the same twice, and none shows a code', async () => {
  const { db } = await testDatabase();
  const { superadmin, admin, operator } = await givenClinic(db);
  const setting = (id: string) => ({ kind: 'setting', id });
  const system = (id: string) => ({ kind: 'system', id });
  await givenLog(
    db,
    { actorId: admin.id, action: 'call.mark_listened', historyId: 500_123, after: { listened: true } },
    {
      actorId: admin.id,
      action: 'settings.choose_language',
      subject: setting('language'),
      before: { language: 'ru' },
      after: { language: 'en' },
    },
    {
      actorId: superadmin.id,
      action: 'settings.set_contact',
      subject: setting('contact.technical'),
      before: { contactNamed: false },
      after: { contactNamed: true },
    },
    {
      actorId: superadmin.id,
      action: 'settings.set_hours',
      subject: setting('hours'),
      before: { openHours: '10:00–16:00' },
      after: { hoursDays: 'weekend', openHours: 'closed' },
    },
    {
      actorId: operator.id,
      action: 'notification.configure',
      subject: { kind: 'user', id: String(operator.id) },
      after: { alertFrom: 75 },
    },
    {
      actorId: operator.id,
      action: 'problem.report',
      subject: { kind: 'problem', id: '4' },
      after: { problemState: 'waiting' },
    },
  );
  const read = async () =>
    (await seeScreen(db, personOf(superadmin), auditLogPlace.address({}), { now })).text;
  // Without the heads: when, who, how it ended.
  const said = async () =>
    (await read()).split('\n').filter((line) => line !== '' && !/^[🧾✅⛔❗]/u.test(line));
  expect(await said()).toEqual([
    'Сообщить о проблеме: №4',
    'Настроить уведомления',
    'с каких баллов: 75',
    'Изменить часы работы',
    'дни: Сб–Вс',
    'часы: 10:00–16:00 → закрыто',
    'Указать, кому писать: техника',
    'контакт: не указан → указан',
    'Сменить язык',
    'язык: русский → английский',
    'Отметить звонок прослушанным: #500123',
  ]);
  const failed = { outcome: 'failed', reason: 'message.unreadable' } as const;
  await givenLog(
    db,
    { actorId: admin.id, action: 'assignment.create', subject: system('assignment.create'), ...failed },
    { actorId: admin.id, action: 'ruleset.roll_back', subject: system('lm'), ...failed },
    { actorId: admin.id, action: 'blind_review.answer', subject: system('blind-review-12'), ...failed },
    { actorId: admin.id, action: 'lm_run.pause', subject: system('lm-run-3'), after: { runId: 3 } },
    { actorId: admin.id, action: 'audit.verify', subject: system('audit-log'), ...failed },
    { actorId: admin.id, action: 'problem.report', subject: { kind: 'problem', id: 'new' }, ...failed },
  );
  const unread = 'действие не прочиталось: сообщите разработчикам';
  expect(await said()).toEqual([
    'Сообщить о проблеме',
    unread,
    'Проверить целостность журнала',
    unread,
    'Поставить перерасчёт на паузу: №3',
    'Дать вторую оценку',
    unread,
    'Откатить версию LM',
    unread,
    'Назначить поручение',
    unread,
  ]);
});

test('pages lead through the whole log and back, by person and by call too', async () => {
  const { db } = await testDatabase();
  const { superadmin, admin, otherAdmin } = await givenClinic(db);
  await givenLog(
    db,
    ...Array.from({ length: 14 }, (_, index) => ({
      actorId: index % 2 === 0 ? admin.id : otherAdmin.id,
      historyId: 500_001 + (index % 7),
    })),
  );
  const reader = personOf(superadmin);
  const see = (data: string) => {
    const screen = index.findScreen(data);
    if (!screen) throw new Error(`no screen for ${data}`);
    return seeScreen(db, reader, screen.address, { now });
  };
  const times = (text: string) => [...text.matchAll(/12:(\d\d)/g)].map(([, minute]) => Number(minute));

  const first = await see(auditLogPlace.address({}).data);
  expect(times(first.text)).toEqual([14, 13, 12, 11, 10, 9]);
  expect(first.buttons[0]).toEqual(['▶️']);
  const second = await see(first.data['▶️'] ?? '');
  expect(times(second.text)).toEqual([8, 7, 6, 5, 4, 3]);
  const third = await see(second.data['▶️'] ?? '');
  expect(times(third.text)).toEqual([2, 1]);
  expect(third.buttons[0]).toEqual(['◀️']);
  const back = await see(third.data['◀️'] ?? '');
  expect(times(back.text)).toEqual([8, 7, 6, 5, 4, 3]);
  expect(back.buttons[0]).toEqual(['◀️', '▶️']);

  expect(times((await see(auditLogPlace.address({ actorId: admin.id }).data)).text)).toEqual([
    13, 11, 9, 7, 5, 3,
  ]);
  const byCall = await see(auditLogPlace.address({ historyId: 500_003 }).data);
  expect(byCall.text).toContain('Только звонок #500003');
  expect(times(byCall.text)).toEqual([10, 3]);
});

test('by action and by day, together too: only what has happened is offered', async () => {
  const { db } = await testDatabase();
  const { superadmin, admin, operator } = await givenClinic(db);
  // Moscow's 24 November begins at 21:00 UTC; the late entry was appended after the next day's.
  const at = (hour: number, day = 23) => new Date(Date.UTC(2026, 10, day, hour, 30));
  await givenLog(
    db,
    {
      actorId: admin.id,
      action: 'user.block',
      subject: { kind: 'user', id: String(operator.id) },
      at: at(20),
    },
    { actorId: admin.id, historyId: 500_001, at: at(22) },
    {
      actorId: admin.id,
      action: 'user.unblock',
      subject: { kind: 'user', id: String(operator.id) },
      at: at(21),
    },
    { actorId: operator.id, historyId: 500_002, at: at(8, 24) },
    { actorId: admin.id, historyId: 500_003, at: at(19) },
  );
  const see = (data: string) => {
    const screen = index.findScreen(data);
    if (!screen) throw new Error(`no screen for ${data}`);
    return seeScreen(db, personOf(superadmin), screen.address, { now });
  };

  const all = await see(auditLogPlace.address({}).data);
  const actions = await see(all.data['По действию'] ?? '');
  expect(actions.buttons.slice(0, 3)).toEqual([
    ['Назначить поручение'],
    ['Заблокировать'],
    ['Разблокировать'],
  ]);
  const assigned = await see(actions.data['Назначить поручение'] ?? '');
  expect(assigned.text).toContain('Только действие: Назначить поручение');
  expect(calls(assigned.text)).toEqual(['#500003', '#500002', '#500001']);

  const today = await see((await see(all.data['За день'] ?? '')).data['Сегодня'] ?? '');
  expect(today.text).toContain('Только за день: 24.11');
  expect(today.text).toMatch(
    /Назначить поручение: #500002[^]*Разблокировать[^]*Назначить поручение: #500001/,
  );
  expect(today.text).not.toContain('Заблокировать');

  const both = await see((await see(assigned.data['За день'] ?? '')).data['Вчера'] ?? '');
  expect(both.text).toContain('Только действие: Назначить поручение\nТолько за день: 23.11');
  expect(calls(both.text)).toEqual(['#500003']);
  const byPerson = await see((await see(both.data['По человеку'] ?? '')).data['Ольга'] ?? '');
  expect(byPerson.text).toContain('Записей нет.');
  expect(byPerson.buttons.flat()).toContain('Весь журнал');
});

const calls = (text: string) => [...text.matchAll(/поручение: (#\d+)/g)].map(([, call]) => call);

test('an export’s hash is short on the phone', async () => {
  const { db } = await testDatabase();
  const { superadmin } = await givenClinic(db);
  await givenLog(db, {
    actorId: superadmin.id,
    action: 'export.hand_out',
    subject: { kind: 'export', id: '3' },
    after: { exportRows: 12, sha256: '0123456789abcdef'.repeat(4) },
  });
  const { text } = await seeScreen(db, personOf(superadmin), auditLogPlace.address({}), { now });
  expect(text).toContain('SHA-256: 01234567…');
  expect(text).not.toContain('012345678');
});

test('the log is for superadmins: others do not get in', async () => {
  const { db } = await testDatabase();
  const { admin } = await givenClinic(db);
  const seen = await seeScreen(db, personOf(admin), auditLogPlace.address({}), { now });
  expect(seen.text).toContain('недоступен');
  expect(seen.text).not.toContain('Журнал');
});
