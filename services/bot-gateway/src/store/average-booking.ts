import { AverageBooking } from '@perezvon/contracts';
import { findSetting, lockSetting, saveSetting, type Db, type Tx } from '@perezvon/db';
import { z } from 'zod';

const KEY = 'money.average_booking';
const Stored = z.object({ kopecks: AverageBooking });

/** What a booking brings on average, in kopecks; null: nobody has said. */
export const findAverageBooking = async (db: Db): Promise<AverageBooking | null> => {
  const stored = await findSetting(db, KEY);
  return Stored.safeParse(stored).data?.kopecks ?? null;
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
  { kopecks, ...by }: Change,
): Promise<AverageBooking | null> => {
  await lockSetting(tx, KEY);
  const before = await findAverageBooking(tx);
  await saveSetting(tx, { key: KEY, value: kopecks === null ? {} : { kopecks }, ...by });
  return before;
};
