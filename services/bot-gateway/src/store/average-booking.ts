import { AverageBooking } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';
import { z } from 'zod';

const KEY = 'money.average_booking';
const Stored = z.object({ kopecks: AverageBooking });

/** What a booking brings on average, in kopecks; null: nobody has said. */
export const findAverageBooking = async (db: Db): Promise<AverageBooking | null> => {
  const row = await db.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return Stored.safeParse(row?.value).data?.kopecks ?? null;
};

interface Change {
  /** null: not known any more. */
  kopecks: AverageBooking | null;
  changedBy: number;
  now: Date;
}

/** Says what a booking brings on average. @returns what was said before */
export const setAverageBooking = async (
  tx: Tx,
  { kopecks, changedBy, now }: Change,
): Promise<AverageBooking | null> => {
  const before = await findAverageBooking(tx);
  const data = {
    value: kopecks === null ? {} : { kopecks },
    updatedById: changedBy,
    updatedAt: now,
  };
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, ...data }, update: data });
  return before;
};
