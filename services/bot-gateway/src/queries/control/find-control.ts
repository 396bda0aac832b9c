import type { Db } from '@perezvon/db';
import {
  clientsReturned,
  findCallbackTimes,
  findControlCounts,
  listCallbackTimesByList,
  listCallbackTimesByOwner,
  listClientBookings,
  listControlByList,
  listControlByOwner,
  NO_CALLBACKS,
  type CallbackTimes,
  type ClientsReturned,
  type ControlCounts,
  type ControlFilter,
  type ControlList,
} from '@perezvon/db/assignments';
import { nameOf } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

/** What became of some assignments. */
export interface ControlNumbers {
  counts: ControlCounts;
  times: CallbackTimes;
  /** Clients who booked after a callback. */
  clients: ClientsReturned;
}

/** The numbers of everything that the filter lets through. */
export const findControlNumbers = async (
  db: Db,
  filter: ControlFilter,
  now: Date,
): Promise<ControlNumbers> => {
  const [counts, times, bookings] = await Promise.all([
    findControlCounts(db, filter, now),
    findCallbackTimes(db, filter),
    listClientBookings(db, filter),
  ]);
  return { counts, times, clients: clientsReturned(bookings) };
};

/** One owner's or one list's share. */
export type ControlPart = ControlNumbers &
  ({ by: 'owner'; ownerId: number; name: string } | { by: 'list'; list: ControlList });

const listByOwner = async (db: Db, filter: ControlFilter, now: Date): Promise<ControlPart[]> => {
  const [owners, times, bookings] = await Promise.all([
    listControlByOwner(db, filter, now),
    listCallbackTimesByOwner(db, filter),
    listClientBookings(db, filter),
  ]);
  const people = await db.user.findMany({
    where: { id: { in: owners.map(({ ownerId }) => ownerId) } },
    select: { id: true, ...PERSON_NAME },
  });
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  return owners.map(({ ownerId, ...counts }) => ({
    by: 'owner',
    ownerId,
    name: names.get(ownerId) ?? String(ownerId),
    counts,
    times: times.find((row) => row.ownerId === ownerId) ?? NO_CALLBACKS,
    clients: clientsReturned(bookings.filter((booking) => booking.ownerId === ownerId)),
  }));
};

const listByList = async (db: Db, filter: ControlFilter, now: Date): Promise<ControlPart[]> => {
  const [lists, times, bookings] = await Promise.all([
    listControlByList(db, filter, now),
    listCallbackTimesByList(db, filter),
    listClientBookings(db, filter),
  ]);
  return lists.map(({ list, ...counts }) => ({
    by: 'list',
    list,
    counts,
    times: times.find((row) => row.list === list) ?? NO_CALLBACKS,
    clients: clientsReturned(bookings.filter((booking) => booking.list === list)),
  }));
};

/** The same numbers by owner, the latest first, or by list; the parts add up to the whole, medians apart. */
export const listControlParts = (
  db: Db,
  by: ControlPart['by'],
  filter: ControlFilter,
  now: Date,
): Promise<ControlPart[]> => (by === 'owner' ? listByOwner(db, filter, now) : listByList(db, filter, now));
