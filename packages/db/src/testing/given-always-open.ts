import { CLINIC_HOURS_KEY } from '@perezvon/clinic-hours';
import { DAY_MINUTES, type ClinicHours } from '@perezvon/contracts';
import type { DbClient } from '../index.js';

const WEEK_DAYS = 7;
const ALWAYS: ClinicHours = {
  week: Array.from({ length: WEEK_DAYS }, () => ({ from: 0, to: DAY_MINUTES })),
  worksOnHolidays: true,
  special: {},
};

/** A clinic that never closes: deadlines of a test on the real clock are the same at night and on New Year's Day. */
export const givenAlwaysOpen = async (db: DbClient): Promise<void> => {
  await db.setting.create({ data: { key: CLINIC_HOURS_KEY, value: ALWAYS } });
};
