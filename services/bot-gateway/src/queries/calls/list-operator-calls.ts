import type { Direction as CallDirection, Outcome } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { unreadAmong } from '@perezvon/db/calls';
import { pageOf, type Direction, type Page } from '../page.js';

/** A call's place among its operator's: by its start (milliseconds since 1970), then its id. */
interface OperatorCallCursor {
  at: number;
  historyId: number;
}

export interface OperatorCall {
  historyId: number;
  callDate: Date;
  direction: CallDirection;
  /** null: not scored yet. */
  outcome: Outcome | null;
  /** There was nothing to read: the transcript had not come. */
  isUnread: boolean;
  /** 0–100; null: it cannot be known. */
  quality: number | null;
  isComplaint: boolean;
  cursor: OperatorCallCursor;
}

interface ListOperatorCalls {
  /** The operator's code. */
  code: string;
  /** null: the first page. */
  from: { cursor: OperatorCallCursor; direction: Direction } | null;
  limit: number;
}

interface Row {
  historyId: bigint;
  callDate: Date;
  direction: CallDirection;
  outcome: Outcome | null;
  isUnread: boolean;
  quality: number | null;
  isComplaint: boolean | null;
}

/**
 * The statement that reads one page. The operator stands in its order and is asked for as a range, so that only his
 * index has that order: a plan by date alone would look through everybody's calls for one who has left.
 */
export const operatorCallsQuery = ({ code, from, limit }: ListOperatorCalls): Prisma.Sql => {
  const isBack = from?.direction === 'back';
  const order = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const nearEnd =
    from === null
      ? Prisma.sql`c.operator <= ${code}`
      : Prisma.sql`(c.operator, c.call_date, c.history_id) ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
          (${code}, ${new Date(from.cursor.at)}::timestamptz, ${from.cursor.historyId}::bigint)`;
  const farEnd = isBack ? Prisma.sql`c.operator <= ${code}` : Prisma.sql`c.operator >= ${code}`;
  return Prisma.sql`
    SELECT c.history_id AS "historyId", c.call_date AS "callDate", c.direction::text AS direction,
      s.outcome::text AS outcome, ${unreadAmong('s')} AS "isUnread", s.normalized_call_score::int AS quality, s.complaint_risk_flag AS "isComplaint"
    FROM (
      SELECT c.history_id, c.call_date, c.direction FROM calls c WHERE ${nearEnd} AND ${farEnd}
      ORDER BY c.operator ${order}, c.call_date ${order}, c.history_id ${order} LIMIT ${limit + 1}
    ) c LEFT JOIN call_scores s ON s.history_id = c.history_id AND s.is_current
    ORDER BY c.call_date ${order}, c.history_id ${order}`;
};

/** One page of an operator's calls, the latest first. */
export const listOperatorCalls = async (db: Db, query: ListOperatorCalls): Promise<Page<OperatorCall>> => {
  const { rows, ...neighbours } = pageOf(await db.$queryRaw<Row[]>(operatorCallsQuery(query)), query);
  return {
    ...neighbours,
    rows: rows.map(({ historyId, callDate, isComplaint, ...row }) => ({
      ...row,
      historyId: Number(historyId),
      callDate,
      isComplaint: isComplaint === true,
      cursor: { at: callDate.getTime(), historyId: Number(historyId) },
    })),
  };
};
