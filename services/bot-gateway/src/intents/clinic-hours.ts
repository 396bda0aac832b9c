import {
  settingsChanged,
  type ClinicHours,
  type ClinicHoursChange,
  type OpenSpan,
  type RecordState,
  type settingsSetHours,
} from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { clinicDay, dateOf } from '../domain/clinic-day.js';
import { changeHours, sharedSpan } from '../domain/clinic-week.js';
import { findClinicHoursForUpdate, saveClinicHours } from '../store/clinic-hours.js';
import { spanOfDay } from '../text/open-span.js';

/** «closed» on a closed day; null where there are no hours of its own, or not the same ones. */
const openHours = (span: OpenSpan | null | undefined): string | null => {
  if (span === undefined) return null;
  return span === null ? 'closed' : spanOfDay(span);
};

/** What the log keeps of the part of the hours that a change is about. */
const recordOf = (hours: ClinicHours, change: ClinicHoursChange): RecordState => {
  if (change.what === 'days') return { openHours: openHours(sharedSpan(hours, change.days)) };
  if (change.what === 'holidays') return { worksOnHolidays: hours.worksOnHolidays };
  return { openHours: openHours(hours.special[change.date]) };
};

const dayOf = (change: ClinicHoursChange): RecordState => {
  if (change.what === 'days') return { hoursDays: change.days };
  return change.what === 'holidays' ? {} : { specialDay: change.date };
};

/** When people work at the clinic. What the clock has still to tell goes by it from its next look on. */
export const setClinicHours =
  (timezone: string): IntentHandler<typeof settingsSetHours> =>
  async ({ payload: { change } }, { tx, now, actor }) => {
    const before = await findClinicHoursForUpdate(tx);
    const after = changeHours(before, change, dateOf(clinicDay(now(), timezone)));
    if (typeof after === 'string') return refused(after);
    await saveClinicHours(tx, { hours: after, changedBy: actor.id, now: now() });
    return done(settingsChanged.of({ setting: 'hours' }), {
      before: recordOf(before, change),
      after: { ...dayOf(change), ...recordOf(after, change) },
    });
  };
