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
  before?: Record<string, string | number | null>;
  after?: Record<string, string | number | null>;
  subject?: { kind: string; id: string };
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
  } of entries) {
    seq += 1;
    await db.adminActionLog.create({
      data: {
        seq,
        messageId: `tg-${seq}.1`,
        at: new Date(Date.UTC(2026, 10, 24, 9, seq)),
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
      'Оспорить оценку: спор №4 #500123',
      'спор: ждёт решения',
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

test('the log is for superadmins: others do not get in', async () => {
  const { db } = await testDatabase();
  const { admin } = await givenClinic(db);
  const seen = await seeScreen(db, personOf(admin), auditLogPlace.address({}), { now });
  expect(seen.text).toContain('недоступен');
  expect(seen.text).not.toContain('Журнал');
});
