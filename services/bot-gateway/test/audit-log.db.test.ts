import { clockAt, givenClinic, testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { auditLogPlace } from '../src/screens/places/audit-log.js';
import { seeScreen } from './support/draw.js';
import { givenLog } from './support/given-log.js';
import { personOf } from './support/people.js';

const now = clockAt('2026-11-24T12:00:00Z');

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
    {
      actorId: null,
      action: 'ruleset.shadow',
      subject: { kind: 'ruleset', id: 'v1.0.0+00000000' },
      after: { rulesetState: 'shadow' },
    },
    // The number of the export is no other field's.
    {
      actorId: admin.id,
      action: 'export.create',
      subject: { kind: 'export', id: '12' },
      after: { exportRows: 12 },
    },
  );
  const unread = 'действие не прочиталось: сообщите разработчикам';
  expect(await said()).toEqual([
    'Запросить выгрузку: №12',
    'строк: 12',
    'Поставить версию LM в тень: v1.0.0+00000000',
    'Поставить перерасчёт на паузу: №3',
    'Дать вторую оценку',
    unread,
    'Откатить версию LM',
    unread,
    'Назначить поручение',
    unread,
  ]);
});

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
