import type { Role, UserStatus } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { isoDay } from '@perezvon/db/figures';
import { daysBefore } from '../domain/durations.js';
import type { NotificationSettings } from '../notifications/settings.js';
import { summaryKey, type SummaryKind } from '../notifications/summary-time.js';
import { SETTINGS_COLUMNS, settingsOf } from './notification-settings.js';

/** A person with what decides about his notifications. */
export interface NotifiedPerson {
  id: number;
  role: Role | null;
  status: UserStatus;
  settings: NotificationSettings;
  /** Since when these settings, or those of his role, hold. */
  chosenAt: Date;
  /** `summaryKey` of the summaries that he has already, of the last days. */
  summaries: ReadonlySet<string>;
}

/** A summary of yesterday may still come; the day before that may be yesterday in another time zone. */
const RECENT_DAYS = 3;

const columns = (now: Date) =>
  ({
    id: true,
    role: true,
    status: true,
    updatedAt: true,
    notificationSettings: { select: SETTINGS_COLUMNS },
    notificationMessages: {
      where: { day: { gte: daysBefore(now, RECENT_DAYS) } },
      select: { kind: true, day: true },
    },
  }) as const;

interface Row {
  id: number;
  role: Role | null;
  status: UserStatus;
  updatedAt: Date;
  notificationSettings: Parameters<typeof settingsOf>[0];
  notificationMessages: readonly { kind: SummaryKind | 'alert' | 'reminder'; day: Date | null }[];
}

const toPerson = ({
  notificationSettings: row,
  notificationMessages,
  updatedAt,
  ...user
}: Row): NotifiedPerson => ({
  ...user,
  settings: settingsOf(row, user.role),
  chosenAt: row === null || row.updatedAt < updatedAt ? updatedAt : row.updatedAt,
  summaries: new Set(
    notificationMessages.flatMap(({ kind, day }) =>
      kind === 'alert' || kind === 'reminder' || day === null
        ? []
        : [summaryKey({ kind, date: isoDay(day) })],
    ),
  ),
});

/** One person; null: no such one, or he cannot be reached. */
export const findNotifiedPerson = async (db: Db, id: number, now: Date): Promise<NotifiedPerson | null> => {
  const row = await db.user.findFirst({ where: { id, unreachableSince: null }, select: columns(now) });
  return row && toPerson(row);
};

/** These people, without those who cannot be reached. */
export const listPeopleNotified = async (
  db: Db,
  ids: readonly number[],
  now: Date,
): Promise<NotifiedPerson[]> => {
  const where = { id: { in: [...ids] }, unreachableSince: null };
  return (await db.user.findMany({ where, select: columns(now) })).map(toPerson);
};

/** Everybody with access who can be reached. */
export const listNotifiedPeople = async (db: Db, now: Date): Promise<NotifiedPerson[]> => {
  const rows = await db.user.findMany({
    where: { status: 'active', role: { not: null }, unreachableSince: null },
    orderBy: { id: 'asc' },
    select: columns(now),
  });
  return rows.map(toPerson);
};
