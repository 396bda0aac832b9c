import type { Db } from '../client.js';
import { isPrivate } from '../calls/client-numbers.js';
import { Prisma } from '../generated/client.js';
import { CALLS_OF_CALLBACK, SCORE_OF_PROOF } from './callback-calls.js';
import type { ControlFilter, ControlList } from './control-measures.js';
import { oncePerClient, type Booking } from './money-returned.js';

/** A booking, with the callback's owner and the one list that it counts in. */
interface ClientBooking extends Booking {
  ownerId: number;
  list: ControlList;
}

interface BookingRow extends Omit<ClientBooking, 'clients'> {
  clients: string;
}

/** Bytes of a keyed hash that tell the clients of a period apart: the rest would only have to be read. */
const HASH_BYTES = Prisma.raw('12');
const short = (hash: Prisma.Sql): Prisma.Sql => Prisma.sql`encode(substr(${hash}, 1, ${HASH_BYTES}), 'hex')`;

/**
 * The number that called, or the call where it is hidden; the number that was called back; those that the client named,
 * but for public ones: they would make one client of many.
 */
const CLIENTS = Prisma.sql`concat_ws(' ',
  coalesce(${short(Prisma.sql`c.client_phone_hash`)}, 'call' || c.history_id),
  ${short(Prisma.sql`p.client_phone_hash`)},
  (SELECT string_agg(${short(Prisma.sql`n.phone_hash`)}, ' ') FROM said_phones AS n
    WHERE n.history_id = a.history_id AND ${isPrivate(Prisma.sql`n.phone_hash`)}))`;

/**
 * Done callbacks given in a period whose proof is a booking, or whose owner says that the client booked: what is proven
 * first, then what was first. OFFSET 0: who the client is, is looked up for these only.
 */
const readBookings = (db: Db, { since, until }: ControlFilter['period']): Promise<BookingRow[]> =>
  db.$queryRaw<BookingRow[]>`
    SELECT a.id AS "assignmentId", a.owner_id AS "ownerId", coalesce(a.list::text, 'none') AS list,
      a.is_proven AS "isProven", ${CLIENTS} AS clients
    FROM (
      SELECT a.*, coalesce(s.outcome = 'record', false) AS is_proven FROM assignments AS a ${SCORE_OF_PROOF}
      WHERE a.kind = 'callback' AND a.state = 'done' AND a.created_at >= ${since} AND a.created_at < ${until}
        AND (a.result = 'booked' OR s.outcome = 'record')
      OFFSET 0
    ) AS a ${CALLS_OF_CALLBACK}
    ORDER BY a.is_proven DESC, coalesce(p.call_date, a.closed_at), a.id`;

/**
 * The clients who booked after a callback that was given in a period, each once: under the callback that proves it best.
 * Chosen among everybody's and every list's callbacks first, then narrowed: the parts add up to the whole.
 */
export const listClientBookings = async (
  db: Db,
  { period, ownerId, list }: ControlFilter,
): Promise<ClientBooking[]> => {
  const rows = await readBookings(db, period);
  return oncePerClient(rows.map((row) => ({ ...row, clients: row.clients.split(' ') }))).filter(
    (booking) =>
      (ownerId === null || booking.ownerId === ownerId) && (list === null || booking.list === list),
  );
};
