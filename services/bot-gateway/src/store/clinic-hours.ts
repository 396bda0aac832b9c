import { CLINIC_HOURS_KEY, clinicHoursOf } from '@perezvon/clinic-hours';
import type { ClinicHours } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

/** The clinic's hours as nobody else changes them until the transaction ends. */
export const findClinicHoursForUpdate = async (tx: Tx): Promise<ClinicHours> => {
  // Not the row: nobody may have set any hours yet.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${CLINIC_HOURS_KEY}))`;
  const row = await tx.setting.findUnique({ where: { key: CLINIC_HOURS_KEY }, select: { value: true } });
  return clinicHoursOf(row?.value);
};

/** Keeps the clinic's hours. */
export const saveClinicHours = async (
  tx: Tx,
  { hours, changedBy, now }: { hours: ClinicHours; changedBy: number; now: Date },
): Promise<void> => {
  const row = { value: { ...hours }, updatedById: changedBy, updatedAt: now };
  await tx.setting.upsert({
    where: { key: CLINIC_HOURS_KEY },
    create: { key: CLINIC_HOURS_KEY, ...row },
    update: row,
  });
};
