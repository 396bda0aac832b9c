import type { Db } from '../client.js';
import type { ControlFilter, ControlList } from './control-measures.js';
import { oncePerClient, type Booking } from './money-returned.js';

/** A booking, with the callback's owner and the one list that it counts in. */
export interface ClientBooking extends Booking {
  ownerId: number;
  list: ControlList;
}

interface BookingRow {
  assignmentId: number;
  ownerId: number;
  list: ControlList;
  isProven: boolean;
  at: Date;
  clientHash: string | null;
  historyId: bigint;
  proofHash: string | null;
  saidHashes: string[];
}

/** The number that called, the one that was called back, those that the client named; a hidden number is its call. */
const clientsOf = ({ clientHash, historyId, proofHash, saidHashes }: BookingRow): string[] => [
  clientHash ?? `call ${historyId}`,
  ...(proofHash === null ? [] : [proofHash]),
  ...saidHashes,
];

/** Done callbacks given in a period whose proof is a booking, or whose owner says that the client booked. */
const readBookings = (db: Db, { since, until }: ControlFilter['period']): Promise<BookingRow[]> =>
  db.$queryRaw<BookingRow[]>`
    SELECT a.id AS "assignmentId", a.owner_id AS "ownerId", coalesce(a.list::text, 'none') AS list,
      s.outcome IS NOT NULL AND s.outcome = 'record' AS "isProven", coalesce(p.call_date, a.closed_at) AS at,
      encode(c.client_phone_hash, 'hex') AS "clientHash", c.history_id AS "historyId",
      encode(p.client_phone_hash, 'hex') AS "proofHash",
      ARRAY(SELECT encode(n.phone_hash, 'hex') FROM said_phones AS n WHERE n.history_id = a.history_id) AS "saidHashes"
    FROM assignments AS a
    JOIN calls AS c ON c.history_id = a.history_id
    LEFT JOIN calls AS p ON p.history_id = a.verified_by_call
    LEFT JOIN call_scores AS s ON s.history_id = a.verified_by_call AND s.is_current
    WHERE a.kind = 'callback' AND a.state = 'done' AND a.created_at >= ${since} AND a.created_at < ${until}
      AND (a.result = 'booked' OR s.outcome = 'record')
    ORDER BY a.id`;

/**
 * The clients who booked after a callback that was given in a period, each once: under the callback that proves it best.
 * Chosen among everybody's and every list's callbacks first, then narrowed: the parts add up to the whole.
 */
export const listClientBookings = async (
  db: Db,
  { period, ownerId, list }: ControlFilter,
): Promise<ClientBooking[]> => {
  const rows = await readBookings(db, period);
  const bookings = rows.map((row): ClientBooking => {
    const { assignmentId, isProven, at } = row;
    return {
      assignmentId,
      ownerId: row.ownerId,
      list: row.list,
      isProven,
      at,
      clients: clientsOf(row),
    };
  });
  return oncePerClient(bookings).filter(
    (booking) =>
      (ownerId === null || booking.ownerId === ownerId) && (list === null || booking.list === list),
  );
};
