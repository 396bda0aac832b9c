import { DEFAULT_CLINIC_HOURS } from '@perezvon/clinic-hours';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextReminderAt } from '../../src/clock/next-reminder.js';
import { clockSight, lookAt, type ClockedAssignment } from '../../src/clock/reminders-due.js';

const OWNER = 1;
const GIVER = 2;
const SUPERADMIN = 3;
const clinic = { hours: DEFAULT_CLINIC_HOURS, timezone: 'Europe/Moscow' };

/** A moment of Tuesday, 24 November 2026, by the clinic's clock; `+09:00` is the day after. */
const at = (local: string): Date =>
  new Date(`2026-11-${local.startsWith('+') ? 25 : 24}T${local.replace('+', '')}:00+03:00`);

/** Given at ten, due at noon, both on a Tuesday. */
const assignment = (change: Partial<ClockedAssignment> = {}): ClockedAssignment => ({
  state: 'open',
  ownerId: OWNER,
  ownerHearing: 'hears',
  givenById: GIVER,
  giverHearing: 'hears',
  heldSince: at('10:00'),
  dueAt: at('12:00'),
  pausedUntil: null,
  ...change,
});
const look = (now: string, change: Partial<ClockedAssignment> = {}) =>
  lookAt(assignment(change), clockSight({ now: at(now), clinic, superadminIds: [SUPERADMIN, 4] }));
const told = (now: string, change: Partial<ClockedAssignment> = {}) =>
  look(now, change).reminders.map(
    ({ level, userId, isPassedOn }) => `${level} ${userId}${isPassedOn ? ' at once' : ''}`,
  );

test.each([
  ['an hour before a deadline that is far away', '10:00', '12:00', '11:00'],
  ['after half of the time that is left, where that is shorter', '11:00', '12:00', '11:30'],
  ['after half of very little time', '11:58', '12:00', '11:59'],
  ['at once when it has passed: the clock finds what to tell', '13:00', '12:00', '12:00'],
])('the clock looks %s', (_, now, dueAt, next) => {
  expect(nextReminderAt(assignment({ dueAt: at(dueAt) }), at(now))).toEqual(at(next));
});

test('a paused assignment is looked at when its pause ends, a closed one never', () => {
  const paused = { pausedUntil: at('15:00'), dueAt: at('17:00') };
  expect(nextReminderAt(assignment(paused), at('10:00'))).toEqual(at('15:00'));
  expect(nextReminderAt(assignment({ state: 'done' }), at('10:00'))).toBeNull();
});

test('from the owner to the giver to the superadmins, each an open hour or four after the deadline', () => {
  expect([told('11:00'), look('11:00').nextAt]).toEqual([['soon 1'], at('12:00')]);
  expect([told('12:00'), look('12:00').nextAt]).toEqual([['due 1'], at('13:00')]);
  expect([told('13:00'), look('13:00').nextAt]).toEqual([['due 1', 'giver 2'], at('16:00')]);
  expect([told('16:00'), look('16:00').nextAt]).toEqual([
    ['due 1', 'giver 2', 'superadmin 3', 'superadmin 4'],
    null,
  ]);
});

test('the night counts for nobody', () => {
  const evening = { dueAt: at('20:30') };
  expect(look('20:30', evening).nextAt).toEqual(at('+08:30'));
  expect(look('+08:30', evening).nextAt).toEqual(at('+11:30'));
});

test('nobody is told of his own delay as if it were somebody else’s', () => {
  expect(told('16:00', { givenById: OWNER })).toEqual(['due 1', 'superadmin 3', 'superadmin 4']);
  expect(told('16:00', { ownerId: SUPERADMIN })).toEqual(['due 3', 'giver 2', 'superadmin 4']);
});

test('nothing is told of a pause but its end, to the owner', () => {
  const paused = { pausedUntil: at('14:00'), dueAt: at('16:00') };
  expect(look('13:00', paused)).toEqual({ reminders: [], nextAt: at('14:00'), isWoken: false });
  expect(look('14:00', paused)).toEqual({
    reminders: [{ level: 'woken', userId: OWNER, isPassedOn: false }],
    nextAt: at('15:00'),
    isWoken: true,
  });
});

test('a deadline that its owner cannot be told goes to the giver at once, and from him to the superadmins', () => {
  const gone = { ownerHearing: 'unreachable' } as const;
  expect([told('12:00', gone), look('12:00', gone).nextAt]).toEqual([
    ['due 1', 'giver 2 at once'],
    at('13:00'),
  ]);
  expect(told('15:59', gone)).toEqual(['due 1', 'giver 2 at once']);
  expect(told('12:00', { ...gone, giverHearing: 'unreachable' })).toEqual([
    'due 1',
    'giver 2 at once',
    'superadmin 3 at once',
    'superadmin 4 at once',
  ]);
  expect(told('12:00', { ...gone, givenById: OWNER, giverHearing: 'unreachable' })).toEqual([
    'due 1',
    'superadmin 3 at once',
    'superadmin 4 at once',
  ]);
});

test('a giver who cannot be told is passed over when his time comes, not before', () => {
  const gone = { giverHearing: 'unreachable' } as const;
  expect(told('12:59', gone)).toEqual(['due 1']);
  expect(told('13:00', gone)).toEqual(['due 1', 'giver 2', 'superadmin 3 at once', 'superadmin 4 at once']);
});

test('nothing is kept for whoever has no access', () => {
  expect(told('12:00', { ownerHearing: 'no_access' })).toEqual(['giver 2 at once']);
  expect(told('12:00', { ownerHearing: 'no_access', giverHearing: 'no_access' })).toEqual([
    'superadmin 3 at once',
    'superadmin 4 at once',
  ]);
});

test('whoever gets overdue work was told so with it, and has the same time for it as everybody', () => {
  const handedOn = { ownerId: 5, heldSince: at('15:30') };
  expect([told('15:30', handedOn), look('15:30', handedOn).nextAt]).toEqual([[], at('16:30')]);
  expect(told('16:30', handedOn)).toEqual(['giver 2']);
  expect(told('19:30', handedOn)).toEqual(['giver 2', 'superadmin 3', 'superadmin 4']);
});

test('work that came back late is no news to its owner, and the giver waits an hour again', () => {
  const returned = { heldSince: at('14:00') };
  expect([told('14:00', returned), look('14:00', returned).nextAt]).toEqual([[], at('15:00')]);
  expect(told('15:00', returned)).toEqual(['giver 2']);
});

test('a look that somebody asked for too early tells nothing', () => {
  expect(look('10:00')).toEqual({ reminders: [], nextAt: at('11:00'), isWoken: false });
});

const minute = fc.integer({ min: 0, max: 3 * 24 * 60 });
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

test('however the clock stops and runs again, the same has been told in the end, and it comes to rest', () => {
  fc.assert(
    fc.property(minute, fc.array(minute, { maxLength: 12 }), (dueIn, stops) => {
      const one = assignment({ dueAt: after(at('10:00'), dueIn + 1) });
      const run = (moments: readonly Date[]) => {
        const all = new Set<string>();
        let remindAt = nextReminderAt(one, one.heldSince);
        for (const now of moments) {
          if (remindAt === null || remindAt > now) continue;
          const seen = lookAt(one, clockSight({ now, clinic, superadminIds: [SUPERADMIN] }));
          for (const { level, userId } of seen.reminders) all.add(`${level} ${userId}`);
          expect(seen.nextAt === null || seen.nextAt > now).toBe(true);
          remindAt = seen.nextAt;
        }
        expect(remindAt).toBeNull();
        // `soon` is told in time or not at all.
        return [...all].filter((what) => what !== `soon ${OWNER}`).toSorted();
      };
      const end = after(one.dueAt, 30 * 24 * 60);
      const ragged = stops.map((minutes) => after(one.heldSince, minutes)).toSorted((a, b) => +a - +b);
      expect(run([...ragged, end])).toEqual(run([end]));
      expect(run([end])).toEqual([`due ${OWNER}`, `giver ${GIVER}`, `superadmin ${SUPERADMIN}`]);
    }),
  );
});
