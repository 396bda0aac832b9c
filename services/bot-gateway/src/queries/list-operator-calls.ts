import type { Outcome } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { pageOf, type Direction, type Page } from './page.js';

/** A call's place among its operator's: by its start (milliseconds since 1970), then its id. */
export interface OperatorCallCursor {
  at: number;
  historyId: number;
}

export interface OperatorCall {
  historyId: number;
  callDate: Date;
  outcome: Outcome;
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
  outcome: Outcome;
  quality: number | null;
  isComplaint: boolean | null;
}

/** One page of an operator's scored calls, the latest first: it walks his index, whatever else is stored. */
export const listOperatorCalls = async (
  db: Db,
  { code, from, limit }: ListOperatorCalls,
): Promise<Page<OperatorCall>> => {
  const isBack = from?.direction === 'back';
  // The start alone bounds the walk: calls that begin in the same millisecond are few.
  const beyond =
    from &&
    Prisma.sql`AND (s.call_date, s.history_id) ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
      (${new Date(from.cursor.at)}::timestamptz, ${from.cursor.historyId}::bigint)`;
  const order = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const read = await db.$queryRaw<Row[]>`
    SELECT s.history_id AS "historyId", s.call_date AS "callDate", s.outcome::text AS outcome,
      s.normalized_call_score::int AS quality, s.complaint_risk_flag AS "isComplaint"
    FROM call_scores s
    WHERE s.is_current AND s.operator = ${code} ${beyond ?? Prisma.empty}
    ORDER BY s.call_date ${order}, s.history_id ${order} LIMIT ${limit + 1}`;
  const { rows, ...neighbours } = pageOf(read, { from, limit });
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
