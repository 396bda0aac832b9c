import { CLINIC_HOURS_KEY, clinicHoursOf, type Clinic } from '@perezvon/clinic-hours';
import type { Db } from './client.js';

/**
 * The clinic's hours as they are set now, on the clock of its time zone.
 * @returns the default hours where nobody has set any
 */
export const findClinic = async (db: Db, timezone: string): Promise<Clinic> => {
  const row = await db.setting.findUnique({ where: { key: CLINIC_HOURS_KEY }, select: { value: true } });
  return { hours: clinicHoursOf(row?.value), timezone };
};
