import { CLINIC_HOURS_KEY, clinicHoursOf } from '@perezvon/clinic-hours';
import type { ClinicHours } from '@perezvon/contracts';
import { findSetting, lockSetting, saveSetting, type Tx } from '@perezvon/db';

/** The clinic's hours as nobody else changes them until the transaction ends. */
export const findClinicHoursForUpdate = async (tx: Tx): Promise<ClinicHours> => {
  await lockSetting(tx, CLINIC_HOURS_KEY);
  return clinicHoursOf(await findSetting(tx, CLINIC_HOURS_KEY));
};

/** Keeps the clinic's hours. */
export const saveClinicHours = (
  tx: Tx,
  { hours, ...by }: { hours: ClinicHours; changedBy: number; now: Date },
): Promise<void> => saveSetting(tx, { key: CLINIC_HOURS_KEY, value: { ...hours }, ...by });
