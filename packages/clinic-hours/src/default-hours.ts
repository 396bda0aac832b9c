import { ClinicHours, type OpenSpan } from '@perezvon/contracts';

const HOUR = 60;

const WORKDAY: OpenSpan = { from: 8 * HOUR, to: 21 * HOUR };
const WEEKEND: OpenSpan = { from: 9 * HOUR, to: 18 * HOUR };

/** What holds until somebody sets it: the usual week of a private clinic. Its evening is when people's quiet hours begin. */
export const DEFAULT_CLINIC_HOURS: ClinicHours = {
  week: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, WEEKEND, WEEKEND],
  worksOnHolidays: false,
  special: {},
};

/** The key of the setting. */
export const CLINIC_HOURS_KEY = 'clinic.hours';

/** The hours in a stored setting; the default ones where nothing was set. */
export const clinicHoursOf = (value: unknown): ClinicHours =>
  ClinicHours.safeParse(value).data ?? DEFAULT_CLINIC_HOURS;
