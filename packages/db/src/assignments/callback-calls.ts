import { Prisma } from '../generated/client.js';

/**
 * The call that a callback (`assignments AS a`) is about as `c`, and the one that proves it as `p` (nothing: none does).
 * OFFSET 0 keeps the look-up by key: PostgreSQL would rather read every call there is than some thousand of them.
 */
export const CALLS_OF_CALLBACK = Prisma.sql`
  JOIN LATERAL (
    SELECT history_id, call_date, client_phone_hash FROM calls WHERE history_id = a.history_id OFFSET 0
  ) AS c ON true
  LEFT JOIN LATERAL (
    SELECT history_id, call_date, client_phone_hash FROM calls WHERE history_id = a.verified_by_call OFFSET 0
  ) AS p ON true`;

/** How the proving call went, as `s`; nothing: there is none, or it is not scored. */
export const SCORE_OF_PROOF = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT outcome FROM call_scores WHERE history_id = a.verified_by_call AND is_current OFFSET 0
  ) AS s ON true`;
