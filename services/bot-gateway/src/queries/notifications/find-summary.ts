import { may } from '@perezvon/access';
import type { DbClient } from '@perezvon/db';
import { periodEnding } from '@perezvon/db/calls';
import { dayOfIso } from '@perezvon/db/figures';
import type { ComparedNumbers } from '../../domain/period-lines.js';
import { dayOfDate, dateOf } from '../../domain/clinic-day.js';
import type { SummaryKind } from '../../notifications/summary-time.js';
import type { Person } from '../../people/person.js';
import { findNotificationMessage } from '../../store/notification-messages.js';
import { listNotImportantCalls, listToldNotifications } from '../../store/notifications.js';
import { countMenuWork, type MenuWork } from '../../store/menu-work.js';
import { findAverageBooking } from '../../store/average-booking.js';
import { findControlNumbers, type ControlNumbers } from '../control/find-control.js';
import { countFilters } from '../calls/count-call-lists.js';
import { findComparedNumbers } from '../figures/find-compared-numbers.js';
import { listTopCalls, type TopCall } from '../calls/list-top-calls.js';

/** What matters in the morning, as it stands now. */
export interface FoundSummary {
  messageId: number;
  /** First moment of the days that are told of. */
  since: Date;
  /** First moment of the last of them. */
  lastDay: Date;
  /** null: numbers are not this person's business. */
  compared: ComparedNumbers | null;
  /** Red calls of the last seven days that nobody has; null: single calls are not this person's business. */
  unowned: number | null;
  work: Pick<MenuWork, 'overdue' | 'mine'>;
  /** The calls to hear first, at most `FIRST_CALLS`. */
  first: readonly TopCall[];
  /** Chosen as of this moment: the review of the same calls. */
  at: Date;
  /** Red calls that waited for this message. */
  gathered: number;
  /** What became of the assignments of the days; null: a digest does not tell, or they are not this person's business. */
  control: (ControlNumbers & { averageBooking: number | null }) | null;
}

/** As many as one hears over the first coffee. */
const FIRST_CALLS = 3;
const WEEK_DAYS = 7;

/** A digest tells of yesterday and the seven days before it, a weekly summary of last week and the one before. */
const WINDOWS = {
  digest: { days: 1, beforeDays: WEEK_DAYS },
  weekly: { days: WEEK_DAYS, beforeDays: WEEK_DAYS },
} as const satisfies Record<SummaryKind, { days: number; beforeDays: number }>;

interface Asked {
  db: DbClient;
  person: Person;
  now: () => Date;
  timezone: string;
}

const findCalls = async (
  { db, person, timezone }: Asked,
  at: Date,
): Promise<Pick<FoundSummary, 'unowned' | 'first'>> => {
  if (!may(person.role, 'calls.view')) return { unowned: null, first: [] };
  const period = periodEnding(at, WEEK_DAYS, timezone);
  const [counts, top] = await Promise.all([
    countFilters(db, { list: 'complaint', period, operator: null }),
    listTopCalls(db, { period, at }),
  ]);
  const notImportant = await listNotImportantCalls(
    db,
    person.id,
    top.map(({ historyId }) => historyId),
  );
  return {
    unowned: counts.withoutOwner,
    first: top.filter(({ historyId }) => !notImportant.has(historyId)).slice(0, FIRST_CALLS),
  };
};

/** Of the days that are told of, as it stands now. */
const findControl = async (
  { db, person }: Asked,
  period: { since: Date; until: Date },
  at: Date,
): Promise<FoundSummary['control']> => {
  if (!may(person.role, 'assignments.manage')) return null;
  const [numbers, averageBooking] = await Promise.all([
    findControlNumbers(db, { period, ownerId: null, list: null }, at),
    findAverageBooking(db),
  ]);
  return { ...numbers, averageBooking };
};

/** A summary of its day; null: it is another person's, another kind of message, or gone. */
export const findSummary = async (
  asked: Asked,
  messageId: number,
  kind: SummaryKind,
): Promise<FoundSummary | null> => {
  const { db, person, now, timezone } = asked;
  const message = await findNotificationMessage(db, messageId);
  if (message?.userId !== person.id || message.kind !== kind || message.date === null) return null;
  const { days, beforeDays } = WINDOWS[kind];
  const today = dayOfDate(message.date, timezone);
  const first = today.minus({ days });
  const last = today.minus({ days: 1 });
  const windows = {
    now: { firstDay: dayOfIso(dateOf(first)), lastDay: dayOfIso(dateOf(last)) },
    before: {
      firstDay: dayOfIso(dateOf(first.minus({ days: beforeDays }))),
      lastDay: dayOfIso(dateOf(first.minus({ days: 1 }))),
    },
  };
  const at = now();
  const since = first.toJSDate();
  const [compared, calls, work, told, control] = await Promise.all([
    may(person.role, 'dashboard.view') ? findComparedNumbers(db, windows.now, windows.before) : null,
    findCalls(asked, at),
    countMenuWork(asked),
    listToldNotifications(db, messageId),
    kind === 'weekly' ? findControl(asked, { since, until: today.toJSDate() }, at) : null,
  ]);
  return {
    messageId,
    since,
    lastDay: last.toJSDate(),
    compared,
    ...calls,
    work,
    at,
    gathered: told.length,
    control,
  };
};
