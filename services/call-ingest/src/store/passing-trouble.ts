import { Prisma } from '@perezvon/db';

/** PostgreSQL: serialization_failure, deadlock_detected. */
const RETRIABLE: readonly string[] = ['40001', '40P01'];
/** Prisma's own name for both. */
const WRITE_CONFLICT = 'P2034';

/** Whether the same transaction may well succeed when it is run again at once. */
export const isWriteConflict = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === WRITE_CONFLICT ||
    RETRIABLE.some((state) => JSON.stringify(error.meta ?? {}).includes(`"${state}"`)));
