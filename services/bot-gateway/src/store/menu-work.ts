import { may } from '@perezvon/access';
import { OPEN_ASSIGNMENT_STATES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { periodEnding } from '@perezvon/db/calls';
import { findPeriodNumbers } from '@perezvon/db/figures';
import { clinicDay } from '../domain/clinic-day.js';
import { maySeeNumber } from '../domain/small-cells.js';
import { countToDecide } from '../queries/compensations/list-compensations.js';
import { findUnscored, type Unscored } from '../queries/calls/find-unscored.js';
import type { Person } from '../people/person.js';

/** What matters now; null: not this person's business. */
export interface MenuWork {
  /** Complaints of the last seven clinic days, from the roll-ups; null also where they are of a handful of calls. */
  red: number | null;
  /** How far scoring is behind with the calls of those days; null with `red`. */
  unscored: Unscored | null;
  /** Open assignments past their deadline: everybody's for who manages them, else one's own. */
  overdue: number | null;
  /** One's own open assignments that are due by the end of today. */
  mine: number | null;
  /** Compensations that somebody else proposed and nobody has decided. */
  compensations: number | null;
}

interface Asked {
  db: Db;
  person: Person;
  now: () => Date;
  timezone: string;
}

const RED_DAYS = 7;
const OPEN = { in: [...OPEN_ASSIGNMENT_STATES] };

const countRed = async ({
  db,
  person,
  now,
  timezone,
}: Asked): Promise<Pick<MenuWork, 'red' | 'unscored'>> => {
  if (!may(person.role, 'dashboard.view')) return { red: null, unscored: null };
  const period = periodEnding(now(), RED_DAYS, timezone);
  const numbers = await findPeriodNumbers(db, period);
  return maySeeNumber(person.role, numbers.validDialogues)
    ? { red: numbers.complaintRed, unscored: await findUnscored(db, period) }
    : { red: null, unscored: null };
};

/** Counts for the menu; the cost grows with open work and days, not with calls. */
export const countMenuWork = async (asked: Asked): Promise<MenuWork> => {
  const { db, person, now, timezone } = asked;
  const ownsWork = may(person.role, 'work.own');
  const managesWork = may(person.role, 'assignments.manage');
  const tomorrow = clinicDay(now(), timezone).plus({ days: 1 }).toJSDate();
  return {
    ...(await countRed(asked)),
    overdue:
      ownsWork || managesWork
        ? await db.assignment.count({
            where: { state: OPEN, dueAt: { lt: now() }, ...(!managesWork && { ownerId: person.id }) },
          })
        : null,
    mine: ownsWork
      ? await db.assignment.count({ where: { state: OPEN, ownerId: person.id, dueAt: { lt: tomorrow } } })
      : null,
    compensations: may(person.role, 'compensation.approve') ? await countToDecide(db, person.id) : null,
  };
};
