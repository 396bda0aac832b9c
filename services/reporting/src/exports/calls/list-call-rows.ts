import type { CallExport } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { CALL_LIST, inPeriod, matching, UNKNOWN_SCORE } from '@perezvon/db/calls';
import { ROLLED_UP_METRICS } from '@perezvon/db/figures';
import type { CallRow } from './call-row.js';

/** Which calls: exactly those that the list of the bot counts. */
export interface CallQuestion {
  content: CallExport;
  period: { since: Date; until: Date };
}

/** A call's place in the file. */
interface Place {
  /** `UNKNOWN_SCORE` for a score that is not known, and where the order does not ask for one. */
  rank: number;
  callDate: Date;
  historyId: bigint;
}

const asked = ({ content, period }: CallQuestion): Prisma.Sql =>
  content === 'calls'
    ? Prisma.sql`s.is_current AND ${inPeriod(period)}`
    : matching({ list: content, period, withoutOwner: false, untouched: false, operator: null });

/** Lists stand worst first, as in the bot; all calls stand latest first. */
const rankOf = (content: CallExport): Prisma.Sql =>
  content === 'calls' ? Prisma.raw(String(UNKNOWN_SCORE)) : CALL_LIST[content].rank;

const orderOf = (content: CallExport): readonly Prisma.Sql[] => {
  const latest = [Prisma.sql`s.call_date`, Prisma.sql`s.history_id`];
  return content === 'calls' ? latest : [rankOf(content), ...latest];
};

const beyond = (content: CallExport, { rank, callDate, historyId }: Place): Prisma.Sql => {
  const latest = [Prisma.sql`${callDate}::timestamptz`, Prisma.sql`${historyId}::bigint`];
  const place = content === 'calls' ? latest : [Prisma.sql`${rank}::int`, ...latest];
  return Prisma.sql`AND (${Prisma.join([...orderOf(content)])}) < (${Prisma.join(place)})`;
};

/** Everything but the place; the metrics are columns of the same name. */
const DETAILS = Prisma.sql`, s.operator, c.direction::text AS direction, c.await_sec AS "awaitSec",
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

const pageOf = (question: CallQuestion, after: Place | null, limit: number, details: boolean): Prisma.Sql => {
  const { content } = question;
  const order = orderOf(content).map((column) => Prisma.sql`${column} DESC`);
  return Prisma.sql`
    SELECT ${rankOf(content)} AS rank, s.history_id AS "historyId", s.call_date AS "callDate"
      ${details ? DETAILS : Prisma.empty}
    FROM call_scores AS s ${details ? WITH_DETAILS : Prisma.empty}
    WHERE ${asked(question)} ${after === null ? Prisma.empty : beyond(content, after)}
    ORDER BY ${Prisma.join(order)} LIMIT ${limit}`;
};

/** A few hundred kilobytes in memory; fewer would cost more round trips than work. */
const PAGE_ROWS = 1_000;

async function* pagesOf<Found extends Place>(
  snapshot: Db,
  question: CallQuestion,
  details: boolean,
): AsyncGenerator<readonly Found[]> {
  let after: Place | null = null;
  do {
    const rows: Found[] = await snapshot.$queryRaw<Found[]>(pageOf(question, after, PAGE_ROWS, details));
    if (rows.length > 0) yield rows;
    after = rows.length < PAGE_ROWS ? null : (rows.at(-1) ?? null);
  } while (after !== null);
}

/** Calls with all that a file may say of them, page by page. */
export const listCallRows = (snapshot: Db, question: CallQuestion): AsyncGenerator<readonly CallRow[]> =>
  pagesOf<CallRow & Place>(snapshot, question, true);

/** The numbers of the same calls in the same order. */
export const listCallIds = (
  snapshot: Db,
  question: CallQuestion,
): AsyncGenerator<readonly Pick<CallRow, 'historyId'>[]> => pagesOf<Place>(snapshot, question, false);

/** How many calls the file will hold. */
export const countCallRows = async (db: Db, question: CallQuestion): Promise<number> => {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT count(*)::int AS calls FROM call_scores AS s WHERE ${asked(question)}`;
  return row?.calls ?? 0;
};
