import { CLINIC_HOURS_KEY, clinicHoursOf, type Clinic } from '@perezvon/clinic-hours';
import type { Db } from './client.js';
import { findSetting } from './settings.js';

/**
 * The clinic's hours as they are set now, on the clock of its time zone.
 * @returns the default hours where nobody has set any
 */
export const findClinic = async (db: Db, timezone: string): Promise<Clinic> => {
  return { hours: clinicHoursOf(await findSetting(db, CLINIC_HOURS_KEY)), timezone };
};
