import { isOpen, nextClose, nextOpen, type Clinic } from '@perezvon/clinic-hours';
import { HOURS_DAYS, type HoursDays, type OpenSpan } from '@perezvon/contracts';
import { findClinic } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { clinicDay, dateOf } from '../../domain/clinic-day.js';
import { sharedSpan } from '../../domain/clinic-week.js';
import { dayOfDate, printDay } from '../../text/day-words.js';
import { html, lines, type Html } from '../../text/html.js';
import { spanOfDay } from '../../text/open-span.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import { clinicHoursPlace, dayHoursPlace, specialDayPlace } from '../places/clinic-hours.js';
import { dropSpecialDay, setHolidays } from './hours-actions.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'now' | 'timezone'>;

const GROUPS: readonly HoursDays[] = ['workdays', 'weekend'];
const SINGLE_DAYS = HOURS_DAYS.filter((days) => !GROUPS.includes(days));
const GROUPS_OF: Readonly<Record<'workdays' | 'weekend', readonly HoursDays[]>> = {
  workdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  weekend: ['saturday', 'sunday'],
};
const DAYS_A_ROW = 4;

/** `08:00–21:00`, or that it is closed then. */
export const spanWords = (span: OpenSpan | null, t: Translate): Html =>
  span === null ? t('hours-closed') : html`${spanOfDay(span)}`;

/** «Пн–Пт: 08:00–21:00»; days with hours of their own stand in lines of their own. */
const weekLines = ({ hours }: Clinic, t: Translate): Html[] => {
  const line = (days: HoursDays): Html =>
    t('hours-line', {
      days: t(codeKey('hours-days', days)),
      span: spanWords(sharedSpan(hours, days) ?? null, t),
    });
  const groupLines = (group: 'workdays' | 'weekend') =>
    sharedSpan(hours, group) === undefined ? GROUPS_OF[group].map(line) : [line(group)];
  return [...groupLines('workdays'), ...groupLines('weekend')];
};

const nowLine = (clinic: Clinic, { t, moment, now }: Tools): Html =>
  isOpen(now, clinic)
    ? t('hours-open-until', { at: moment(nextClose(now, clinic)) })
    : t('hours-closed-until', { at: moment(nextOpen(now, clinic)) });

/** The special days that are not over, the next one first. */
const comingDays = ({ hours }: Clinic, { now, timezone }: Tools) =>
  Object.entries(hours.special)
    .filter(([date]) => date >= dateOf(clinicDay(now, timezone)))
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([date, span]) => ({ day: dayOfDate(date), span }));

const specialLines = (clinic: Clinic, tools: Tools): Html[] => {
  const { t, now, timezone } = tools;
  return comingDays(clinic, tools).map(({ day, span }) =>
    t('hours-line', { days: printDay(day, now, timezone), span: spanWords(span, t) }),
  );
};

const dropButtons = (clinic: Clinic, tools: Tools): Button[] => {
  const { t, now, timezone } = tools;
  return comingDays(clinic, tools).map(({ day }) =>
    dropSpecialDay.button(t('button-hours-drop', { day: printDay(day, now, timezone) }), { day }),
  );
};

/** «🕘 Часы работы»: by what deadlines, reminders and escalations go. */
export const clinicHours = defineScreen({
  ...clinicHoursPlace,
  load: ({ db, timezone }) => findClinic(db, timezone),
  render: (clinic, tools) => {
    const { t } = tools;
    const { worksOnHolidays } = clinic.hours;
    const special = specialLines(clinic, tools);
    return {
      text: lines(
        t('hours-title'),
        nowLine(clinic, tools),
        '',
        weekLines(clinic, t),
        t('hours-holidays', { works: String(worksOnHolidays) }),
        ...(special.length === 0 ? [] : ['' as const, t('hours-special'), special]),
        '',
        t('hours-note'),
      ),
      rows: [
        GROUPS.map((days) => dayHoursPlace.link(t(codeKey('hours-days', days)), { days })),
        ...inRows(
          DAYS_A_ROW,
          SINGLE_DAYS.map((days) => dayHoursPlace.link(t(codeKey('hours-days', days)), { days })),
        ),
        [
          setHolidays.button(t('button-hours-holidays', { works: String(worksOnHolidays) }), {
            worksOnHolidays: !worksOnHolidays,
          }),
        ],
        [specialDayPlace.link(t('button-hours-special'), {})],
        ...inRows(2, dropButtons(clinic, tools)),
      ],
    };
  },
});
