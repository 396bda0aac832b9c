import type { Role } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';
import { defaultSettings, type NotificationSettings } from '../notifications/settings.js';

/** The columns of a person's choices. */
export const SETTINGS_COLUMNS = {
  redAlerts: true,
  alertFrom: true,
  quietFrom: true,
  quietTo: true,
  dailyBudget: true,
  digestAt: true,
  weekly: true,
  updatedAt: true,
} as const;

interface SettingsRow extends Omit<NotificationSettings, 'quietHours'> {
  quietFrom: number | null;
  quietTo: number | null;
  updatedAt: Date;
}

/** What holds for a person: his own choices, or those of his role. @param row null: he has chosen nothing */
export const settingsOf = (row: SettingsRow | null, role: Role | null): NotificationSettings => {
  if (row === null) return defaultSettings(role);
  const { quietFrom, quietTo, redAlerts, alertFrom, dailyBudget, digestAt, weekly } = row;
  const quietHours = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };
  return { redAlerts, alertFrom, quietHours, dailyBudget, digestAt, weekly };
};

/** How a person wants to be told of things. */
export const findNotificationSettings = async (
  db: Db,
  { id, role }: { id: number; role: Role | null },
): Promise<NotificationSettings> => {
  const row = await db.notificationSettings.findUnique({ where: { userId: id }, select: SETTINGS_COLUMNS });
  return settingsOf(row, role);
};

/** Keeps all of a person's choices: defaults that change later do not change them. */
export const saveNotificationSettings = async (
  tx: Tx,
  userId: number,
  { quietHours, ...settings }: NotificationSettings,
  now: Date,
): Promise<void> => {
  const row = {
    ...settings,
    quietFrom: quietHours?.from ?? null,
    quietTo: quietHours?.to ?? null,
    updatedAt: now,
  };
  await tx.notificationSettings.upsert({ where: { userId }, create: { userId, ...row }, update: row });
};
