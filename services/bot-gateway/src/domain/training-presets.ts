import { addOpenDays, type Clinic } from '@perezvon/clinic-hours';
import type { DuePreset } from './due-presets.js';

/** Working days ahead: a talk about some calls tomorrow, something to practise over a week or two. */
const DAYS_AHEAD = [1, 3, 5, 10] as const;

/** Deadlines of a training, one tap away: the ends of days on which the clinic works. */
export const trainingPresets = (now: Date, clinic: Clinic): DuePreset[] =>
  DAYS_AHEAD.map((days) => ({ name: 'moment', at: addOpenDays(now, days, clinic) }));
