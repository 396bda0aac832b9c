import type { CallExport } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { CALL_LIST, inPeriod, matching } from '@perezvon/db/calls';
import { ROLLED_UP_METRICS } from '@perezvon/db/figures';
import type { CallRow } from './call-row.js';

/** Which calls: exactly those that the list of the bot counts. */
export interface CallQuestion {
  content: CallExport;
  period: { since: Date; until: Date };
}

const asked = ({ content, period }: CallQuestion): Prisma.Sql =>
  content === 'calls'
    ? Prisma.sql`s.is_current AND ${inPeriod(period)}`
    : matching({ list: content, period, withoutOwner: false, untouched: false, operator: null });

/** Lists stand worst first, as in the bot; all calls stand latest first. */
const orderOf = (content: CallExport): Prisma.Sql => {
  const latest = Prisma.sql`s.call_date DESC, s.history_id DESC`;
  return content === 'calls' ? latest : Prisma.sql`${CALL_LIST[content].rank} DESC, ${latest}`;
};

/** What a file may say of a call; the metrics are columns of the same name. */
const DETAILS = Prisma.sql`, s.call_date AS "callDate", s.operator, c.direction::text AS direction, c.await_sec AS "awaitSec",
  c.talk_duration AS "talkDuration", c.source, c.client_phone_last4 AS "phoneLast4", s.outcome::text AS outcome,
  s.churn_risk_level::text AS "churnLevel", s.followup_reason::text AS "followupReason",
  s.followup_due_at AS "followupDueAt", s.loss_reason::text AS "lossReason", s.calc_profile::text AS profile,
  s.lm_version_tag AS "versionTag", s.gates, s.evidence, ${Prisma.raw(ROLLED_UP_METRICS.map((name) => `s.${name}`).join(', '))},
  o.first_name AS "ownerFirstName", o.last_name AS "ownerLastName", o.kind::text AS "ownerKind",
  o.due_at AS "ownerDueAt",
  EXISTS (
    SELECT 1 FROM call_marks AS m WHERE m.history_id = s.history_id AND m.kind = 'listened'
  ) AS "isListened"`;

const WITH_DETAILS = Prisma.sql`JOIN calls AS c ON c.history_id = s.history_id
  LEFT JOIN LATERAL (
    SELECT u.first_name, u.last_name, a.kind, a.due_at
    FROM assignments AS a JOIN users AS u ON u.id = a.owner_id
    WHERE a.history_id = s.history_id AND a.state IN ('open', 'accepted', 'in_progress')
    ORDER BY a.due_at, a.id LIMIT 1
  ) AS o ON true`;

const selectCalls = (question: CallQuestion, details: boolean): Prisma.Sql => Prisma.sql`
  SELECT s.history_id AS "historyId" ${details ? DETAILS : Prisma.empty}
  FROM call_scores AS s ${details ? WITH_DETAILS : Prisma.empty}
  WHERE ${asked(question)} ORDER BY ${orderOf(question.content)}`;

/**
 * Rows at a time. Turning details into words (hiding names above all) keeps the process busy for up to a millisecond a row:
 * the others of this process, and the lock of its job, do not wait for longer than a page.
 */
const PAGE_ROWS = { details: 250, ids: 5_000 } as const;

/** A cursor of the snapshot's transaction: one plan and one sort however many pages, and it ends with the transaction. */
async function* pagesOf<Found>(
  snapshot: Db,
  question: CallQuestion,
  { details }: { details: boolean },
): AsyncGenerator<readonly Found[]> {
  await snapshot.$executeRaw`DECLARE export_rows NO SCROLL CURSOR FOR ${selectCalls(question, details)}`;
  const limit = Prisma.raw(String(details ? PAGE_ROWS.details : PAGE_ROWS.ids));
  for (;;) {
    const rows = await snapshot.$queryRaw<Found[]>`FETCH FORWARD ${limit} FROM export_rows`;
    if (rows.length === 0) return;
    yield rows;
  }
}

/**
 * Calls with all that a file may say of them, page by page.
 * @param snapshot a transaction (`withSnapshot`) that makes one file
 */
export const listCallRows = (snapshot: Db, question: CallQuestion): AsyncGenerator<readonly CallRow[]> =>
  pagesOf<CallRow>(snapshot, question, { details: true });

/** The numbers of the same calls in the same order. */
export const listCallIds = (
  snapshot: Db,
  question: CallQuestion,
): AsyncGenerator<readonly Pick<CallRow, 'historyId'>[]> =>
  pagesOf<Pick<CallRow, 'historyId'>>(snapshot, question, { details: false });

/** How many calls the file will hold. */
export const countCallRows = async (db: Db, question: CallQuestion): Promise<number> => {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT count(*)::int AS calls FROM call_scores AS s WHERE ${asked(question)}`;
  return row?.calls ?? 0;
};
