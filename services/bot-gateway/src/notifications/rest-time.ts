import { nightUntil, type Clinic } from '@perezvon/clinic-hours';
import { quietUntil } from './quiet-hours.js';
import type { QuietHours } from './settings.js';

/**
 * When a person may be reminded again who is not to be now: his own quiet hours and the clinic's night are both over
 * then. Whoever is quiet while the clinic is open is reminded when his quiet hours end.
 * @returns null: he may be reminded now
 */
export const restUntil = (at: Date, quietHours: QuietHours | null, clinic: Clinic): Date | null => {
  const quiet = quietUntil(at, quietHours, clinic.timezone);
  const night = nightUntil(quiet ?? at, clinic);
  if (night === null) return quiet;
  return quietUntil(night, quietHours, clinic.timezone) ?? night;
};
