import type { Gate } from '@perezvon/contracts';
import { z } from 'zod';
import { Prisma } from '../generated/client.js';

const NO_TRANSCRIPT: Gate = 'no_transcript';
const StoredGates = z.record(z.string(), z.string());

/** Whether a score's stored gates say that there was nothing to read: the transcript had not come. */
export const isUnread = (gates: unknown): boolean =>
  Object.values(StoredGates.parse(gates)).includes(NO_TRANSCRIPT);

/** The same in a statement, of scores by the name they have there; false where there is no score. */
export const unreadAmong = (scores: 's' | 'shown'): Prisma.Sql => Prisma.sql`coalesce(
  jsonb_path_exists(
    ${Prisma.raw(scores)}.gates, '$.* ? (@ == $gate)', jsonb_build_object('gate', ${NO_TRANSCRIPT}::text)
  ), false)`;
