import type { Db } from '@perezvon/db';
import type { ControlFilter } from '@perezvon/db/assignments';
import { periodEnding } from '@perezvon/db/calls';
import { nameOf } from '../../people/person.js';
import { join, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { ControlChoice } from '../places/control.js';
import { findPersonName } from '../../queries/people/find-person-name.js';

/** What a screen's params ask for, with the name that they mean. */
interface AskedControl {
  filter: ControlFilter;
  since: Date;
  /** The owner's name; null: everybody's. */
  owner: string | null;
}

interface Asked {
  db: Db;
  now: () => Date;
  timezone: string;
}

/** The days, the owner and the list of a screen; null: there is no such person. */
export const askedControl = async (
  { db, now, timezone }: Asked,
  { days, ownerId, list }: ControlChoice,
): Promise<AskedControl | null> => {
  const { since, until } = periodEnding(now(), days, timezone);
  const filter: ControlFilter = {
    period: { since, until },
    ownerId: ownerId ?? null,
    list: list ?? null,
  };
  if (ownerId === undefined) return { filter, since, owner: null };
  const owner = await findPersonName(db, ownerId);
  return owner && { filter, since, owner: nameOf(owner) };
};

/** The filters that are on, in a line; null: none is. */
export const filterLine = ({ filter, owner }: AskedControl, t: Translate): Html | null => {
  const filters = [
    ...(owner === null ? [] : [t('control-filter-owner', { name: owner })]),
    ...(filter.list === null ? [] : [t('control-list', { list: filter.list })]),
  ];
  return filters.length === 0 ? null : t('filters', { filters: join(filters, ' · ') });
};
