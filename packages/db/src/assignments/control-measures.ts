import { OPEN_ASSIGNMENT_STATES } from '@perezvon/contracts';
import { CALL_LISTS } from '../calls/call-lists.js';
import { Prisma } from '../generated/client.js';

/** Where an assignment's call stood when it was given; `none`: in no list, or it is about no call. */
export const CONTROL_LISTS = [...CALL_LISTS, 'none'] as const;
export type ControlList = (typeof CONTROL_LISTS)[number];

/** Whose assignments of which time: those given in [since, until), and with `left` those that are older and still open. */
export interface ControlFilter {
  period: { since: Date; until: Date };
  /** null: everybody's. */
  ownerId: number | null;
  /** null: of every list. */
  list: ControlList | null;
}

/**
 * What is counted. `given` = `open` + `proven` + `said` + `finished` + `failed` + `cancelled`; `overdue` and `paused` are
 * parts of `open`.
 */
export const CONTROL_MEASURES = [
  'given',
  'open',
  'overdue',
  'paused',
  'proven',
  'said',
  'finished',
  'failed',
  'cancelled',
  'left',
] as const;
export type ControlMeasure = (typeof CONTROL_MEASURES)[number];

const IS_OPEN = Prisma.sql`a.state IN (${Prisma.raw(OPEN_ASSIGNMENT_STATES.map((state) => `'${state}'`).join(', '))})`;
const IS_DONE = Prisma.sql`a.state = 'done'`;

const inPeriod = ({ period: { since, until } }: ControlFilter): Prisma.Sql =>
  Prisma.sql`a.created_at >= ${since} AND a.created_at < ${until}`;

const stateOf: Record<Exclude<ControlMeasure, 'given' | 'left'>, (now: Date) => Prisma.Sql> = {
  open: () => IS_OPEN,
  /** A pause moves the deadline behind itself: what is paused is never late. */
  overdue: (now) => Prisma.sql`${IS_OPEN} AND a.due_at < ${now}`,
  paused: (now) => Prisma.sql`${IS_OPEN} AND a.paused_until > ${now}`,
  /** A callback that a later call to the client confirms. */
  proven: () => Prisma.sql`${IS_DONE} AND a.kind = 'callback' AND a.verified_by_call IS NOT NULL`,
  /** A callback on its owner's word. */
  said: () => Prisma.sql`${IS_DONE} AND a.kind = 'callback' AND a.verified_by_call IS NULL`,
  /** Done, of the kinds that no call can confirm. */
  finished: () => Prisma.sql`${IS_DONE} AND a.kind <> 'callback'`,
  failed: () => Prisma.sql`a.state = 'failed'`,
  cancelled: () => Prisma.sql`a.state = 'cancelled'`,
};

/**
 * Which assignments (`assignments AS a`) a measure counts, owner and list aside. The number and the list behind it have
 * this one condition, so that they agree.
 */
export const countedBy = (measure: ControlMeasure, filter: ControlFilter, now: Date): Prisma.Sql => {
  if (measure === 'given') return inPeriod(filter);
  if (measure === 'left') return Prisma.sql`a.created_at < ${filter.period.since} AND ${IS_OPEN}`;
  return Prisma.sql`${inPeriod(filter)} AND ${stateOf[measure](now)}`;
};

const inList = (list: ControlList): Prisma.Sql =>
  list === 'none' ? Prisma.sql`a.list IS NULL` : Prisma.sql`a.list = ${list}::"AssignmentList"`;

/** The assignments (`assignments AS a`) of the owner and the list that were chosen. */
export const chosenBy = ({ ownerId, list }: ControlFilter): Prisma.Sql =>
  Prisma.join(
    [
      ...(ownerId === null ? [] : [Prisma.sql`a.owner_id = ${ownerId}`]),
      ...(list === null ? [] : [inList(list)]),
      Prisma.sql`true`,
    ],
    ' AND ',
  );

/** Everything that some measure counts: what was given in the period, and what is older and still open. */
export const countedByAny = (filter: ControlFilter): Prisma.Sql =>
  Prisma.sql`a.created_at < ${filter.period.until} AND (a.created_at >= ${filter.period.since} OR ${IS_OPEN})`;
