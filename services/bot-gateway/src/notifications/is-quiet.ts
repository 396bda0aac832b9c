import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { findNotificationSettings } from '../store/notification-settings.js';
import { quietUntil } from './quiet-hours.js';

/** Whether these are a person's quiet hours: what he has to know at once comes without a sound. */
export const isQuietFor = async (
  { db, now, timezone }: Pick<GatewayDeps, 'db' | 'now' | 'timezone'>,
  person: Person,
): Promise<boolean> => {
  const { quietHours } = await findNotificationSettings(db, person);
  return quietUntil(now(), quietHours, timezone) !== null;
};
