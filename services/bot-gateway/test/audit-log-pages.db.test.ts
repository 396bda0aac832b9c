import type { DbClient } from '@perezvon/db';
import { clockAt, givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { SCREENS, ACTIONS } from '../src/screens/index.js';
import { auditLogPlace } from '../src/screens/places/audit-log.js';
import { indexScreens } from '../src/screens/screen-index.js';
import { seeScreen } from './support/draw.js';
import { givenLog } from './support/given-log.js';
import { personOf } from './support/people.js';

const now = clockAt('2026-11-24T12:00:00Z');
const index = indexScreens(SCREENS, ACTIONS);

/** Opens what a button leads to. */
const openerFor = (db: DbClient, reader: Clinic['superadmin']) => (data: string) => {
  const screen = index.findScreen(data);
  if (!screen) throw new Error(`no screen for ${data}`);
  return seeScreen(db, personOf(reader), screen.address, { now });
};

const calls = (text: string) => [...text.matchAll(/поручение: (#\d+)/g)].map(([, call]) => call);

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
  const see = openerFor(db, superadmin);
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
  const see = openerFor(db, superadmin);

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
