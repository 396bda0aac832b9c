import { Prisma } from '../generated/client.js';

/** Calls further apart than this are not one story any more. */
export const CHAIN_DAYS = 30;

/** Hardly anybody has more calls with a clinic in a month: such a number is a switchboard's, or the clinic's own. */
export const MAX_CALLS_OF_CLIENT = 20;
/** A number that callers from more numbers than this name is no private one. */
const MAX_NUMBERS_NAMING_ONE = 2;
/** As many as are looked at to see that: a public number may be named thousands of times. */
const NAMINGS_LOOKED_AT = 20;

const CHAIN = Prisma.raw(`interval '${CHAIN_DAYS} days'`);

/** Whether a moment lies within the days that make a chain with `around`. Both are expressions. */
export const isNear = (moment: Prisma.Sql, around: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${moment} BETWEEN ${around} - ${CHAIN} AND ${around} + ${CHAIN}`;

/** Whether a number is one client's around a moment, and not one that many share. Both are qualified columns. */
export const isOneClients = (phone: Prisma.Sql, around: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT count(*) FROM (
    SELECT 1 FROM calls AS busy
    WHERE busy.client_phone_hash = ${phone} AND ${isNear(Prisma.sql`busy.call_date`, around)}
    LIMIT ${MAX_CALLS_OF_CLIENT + 1}
  ) AS calls_of_it) <= ${MAX_CALLS_OF_CLIENT}`;

/** Whether a number that a client named (a qualified column) is his own: of a public one many callers speak. */
export const isPrivate = (phone: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT count(DISTINCT caller) FROM (
    SELECT naming.client_phone_hash AS caller
    FROM said_phones AS named JOIN calls AS naming USING (history_id)
    WHERE named.phone_hash = ${phone} AND naming.client_phone_hash IS NOT NULL
    LIMIT ${NAMINGS_LOOKED_AT}
  ) AS callers) <= ${MAX_NUMBERS_NAMING_ONE}`;

/** Whether a number (a qualified column) has to do with another one: its callers name one, or somebody names it. */
export const hasOtherNumbers = (phone: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  EXISTS (
    SELECT 1 FROM calls AS naming JOIN said_phones AS named USING (history_id)
    WHERE naming.client_phone_hash = ${phone})
  OR EXISTS (SELECT 1 FROM said_phones AS named WHERE named.phone_hash = ${phone}))`;

/** Whether a number that a client named (a qualified column) is his alone around a moment: he can be followed to it. */
export const isHisOwn = (phone: Prisma.Sql, around: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${isPrivate(phone)} AND ${isOneClients(phone, around)}`;

/**
 * The numbers of a client, as rows `(key, phone)`: the one that is known, those that he names when he calls from it, and
 * those from which he calls and names it. One step, never a chain of steps: who shares a number with somebody who shares
 * one with a third is not the third. A number that many share is nobody's here, too: a client's workplace is not the client.
 * @param asked a table or CTE `(key, phone, call_date)`, with numbers that are not null and one client's
 */
export const clientNumbers = (asked: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT asked.key, asked.phone FROM ${asked} AS asked
  UNION
  SELECT asked.key, said.phone_hash FROM ${asked} AS asked
    JOIN calls AS own
      ON own.client_phone_hash = asked.phone AND ${isNear(Prisma.sql`own.call_date`, Prisma.sql`asked.call_date`)}
    JOIN said_phones AS said ON said.history_id = own.history_id
    WHERE ${isHisOwn(Prisma.sql`said.phone_hash`, Prisma.sql`asked.call_date`)}
  UNION
  SELECT asked.key, other.client_phone_hash FROM ${asked} AS asked
    JOIN said_phones AS said ON said.phone_hash = asked.phone
    JOIN calls AS other
      ON other.history_id = said.history_id AND ${isNear(Prisma.sql`other.call_date`, Prisma.sql`asked.call_date`)}
    WHERE other.client_phone_hash IS NOT NULL AND ${isPrivate(Prisma.sql`asked.phone`)}
      AND ${isOneClients(Prisma.sql`other.client_phone_hash`, Prisma.sql`asked.call_date`)}`;
