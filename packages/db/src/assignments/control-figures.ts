import type { Db } from '../client.js';
import { Prisma } from '../generated/client.js';
import { CALLS_OF_CALLBACK } from './callback-calls.js';
import {
  chosenBy,
  CONTROL_LISTS,
  CONTROL_MEASURES,
  countedBy,
  countedByAny,
  type ControlFilter,
  type ControlList,
  type ControlMeasure,
} from './control-measures.js';

/** How many assignments each measure counts. */
export type ControlCounts = Readonly<Record<ControlMeasure, number>>;

/** How long clients waited for their callbacks. */
export interface CallbackTimes {
  /** Callbacks that were done: the base of both. */
  callbacks: number;
  /** Median minutes from the assignment to the talk, or to the owner's word where no call is known; null: no callbacks. */
  fromGiven: number | null;
  /** The same from the call that it is about. */
  fromCall: number | null;
}

const counts = (filter: ControlFilter, now: Date): Prisma.Sql =>
  Prisma.join(
    CONTROL_MEASURES.map(
      (measure) =>
        Prisma.sql`(count(*) FILTER (WHERE ${countedBy(measure, filter, now)}))::int AS ${Prisma.raw(`"${measure}"`)}`,
    ),
  );

const NOTHING: ControlCounts = {
  given: 0,
  open: 0,
  overdue: 0,
  paused: 0,
  proven: 0,
  said: 0,
  finished: 0,
  failed: 0,
  cancelled: 0,
  left: 0,
};

export const NO_CALLBACKS: CallbackTimes = { callbacks: 0, fromGiven: null, fromCall: null };

/** The counts of what was given in a period; the cost grows with what was given in it and with what is open. */
export const findControlCounts = async (db: Db, filter: ControlFilter, now: Date): Promise<ControlCounts> => {
  const [row] = await db.$queryRaw<ControlCounts[]>`
    SELECT ${counts(filter, now)} FROM assignments AS a WHERE ${countedByAny(filter)} AND ${chosenBy(filter)}`;
  return row ?? NOTHING;
};

/** Everybody who has something of it, as `findControlCounts` counts: whoever is latest first, then who has most open. */
export const listControlByOwner = (
  db: Db,
  filter: ControlFilter,
  now: Date,
): Promise<(ControlCounts & { ownerId: number })[]> =>
  db.$queryRaw<(ControlCounts & { ownerId: number })[]>`
    SELECT a.owner_id AS "ownerId", ${counts(filter, now)}
    FROM assignments AS a WHERE ${countedByAny(filter)} AND ${chosenBy(filter)}
    GROUP BY a.owner_id ORDER BY overdue DESC, open DESC, given DESC, a.owner_id`;

/** Every list in its order, those with nothing too. */
export const listControlByList = async (
  db: Db,
  filter: ControlFilter,
  now: Date,
): Promise<(ControlCounts & { list: ControlList })[]> => {
  const rows = await db.$queryRaw<(ControlCounts & { list: ControlList })[]>`
    SELECT coalesce(a.list::text, 'none') AS list, ${counts(filter, now)}
    FROM assignments AS a WHERE ${countedByAny(filter)} AND ${chosenBy(filter)} GROUP BY a.list`;
  return CONTROL_LISTS.map((list) => rows.find((row) => row.list === list) ?? { ...NOTHING, list });
};

/** Done callbacks given in a period, with when the client was spoken with, or the owner said so. */
const madeCallbacks = (filter: ControlFilter): Prisma.Sql => Prisma.sql`
  SELECT coalesce(p.call_date, a.closed_at) AS at, a.created_at AS given_at, c.call_date, a.owner_id, a.list
  FROM assignments AS a ${CALLS_OF_CALLBACK}
  WHERE a.kind = 'callback' AND a.state = 'done'
    AND a.created_at >= ${filter.period.since} AND a.created_at < ${filter.period.until} AND ${chosenBy(filter)}`;

const TIMES = Prisma.sql`count(*)::int AS callbacks,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM made.at - made.given_at) / 60) AS "fromGiven",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM made.at - made.call_date) / 60) AS "fromCall"`;

/** How soon the callbacks that were given in a period were made; of those that are done, in whichever way. */
export const findCallbackTimes = async (db: Db, filter: ControlFilter): Promise<CallbackTimes> => {
  const [row] = await db.$queryRaw<CallbackTimes[]>`SELECT ${TIMES} FROM (${madeCallbacks(filter)}) AS made`;
  return row ?? NO_CALLBACKS;
};

/** The same by owner; who made none has no row. */
export const listCallbackTimesByOwner = (
  db: Db,
  filter: ControlFilter,
): Promise<(CallbackTimes & { ownerId: number })[]> =>
  db.$queryRaw<(CallbackTimes & { ownerId: number })[]>`
    SELECT made.owner_id AS "ownerId", ${TIMES} FROM (${madeCallbacks(filter)}) AS made GROUP BY made.owner_id`;

/** The same by list; a list without any has no row. */
export const listCallbackTimesByList = (
  db: Db,
  filter: ControlFilter,
): Promise<(CallbackTimes & { list: ControlList })[]> =>
  db.$queryRaw<(CallbackTimes & { list: ControlList })[]>`
    SELECT coalesce(made.list::text, 'none') AS list, ${TIMES} FROM (${madeCallbacks(filter)}) AS made
    GROUP BY made.list`;
