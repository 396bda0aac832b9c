import { may } from '@perezvon/access';
import { LEAST_DANGER, type AlertThreshold } from '@perezvon/contracts';
import { daysBefore } from '../../domain/durations.js';
import { USUAL_DIGEST_AT, type NotificationSettings } from '../../notifications/settings.js';
import { thresholdToOffer, type Worth } from '../../notifications/worth.js';
import type { Person } from '../../people/person.js';
import { findNotificationSettings } from '../../store/notification-settings.js';
import { countWorth } from '../../store/notifications.js';
import { lines, type Html } from '../../text/html.js';
import { timeOfDay } from '../../text/time-of-day.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { chooseAlerts, chooseThreshold, chooseWeekly } from './notification-actions.js';
import {
  budgetPlace,
  digestTimePlace,
  notificationsPlace,
  quietPlace,
  thresholdPlace,
} from '../places/notifications.js';

/** What people made of the last month is what they think now. */
const WORTH_DAYS = 30;
const PERCENT = 100;

/** «🌙 Тихие часы: 21:00–08:00» */
export const quietLine = ({ quietHours }: Pick<NotificationSettings, 'quietHours'>, t: Translate): Html =>
  quietHours === null
    ? t('notify-quiet-none')
    : t('notify-quiet', { from: timeOfDay(quietHours.from), to: timeOfDay(quietHours.to) });

/** «☀️ Утренняя сводка: 08:00» */
export const digestLine = ({ digestAt }: Pick<NotificationSettings, 'digestAt'>, t: Translate): Html =>
  digestAt === null ? t('notify-digest-none') : t('notify-digest', { at: timeOfDay(digestAt) });

/** «🔴 Красные звонки: все, от 60» */
export const alertsLine = ({ redAlerts, alertFrom }: NotificationSettings, t: Translate): Html => {
  if (!redAlerts) return t('notify-alerts', { which: 'none', from: alertFrom });
  return t('notify-alerts', { which: alertFrom > LEAST_DANGER ? 'some' : 'all', from: alertFrom });
};

/** «📨 Не больше 10 сообщений …» */
export const budgetLine = ({ dailyBudget }: Pick<NotificationSettings, 'dailyBudget'>, t: Translate): Html =>
  dailyBudget === null ? t('notify-budget-none') : t('notify-budget', { count: dailyBudget });

const weeklyLine = ({ weekly, digestAt }: NotificationSettings, t: Translate): Html =>
  weekly ? t('notify-weekly', { at: timeOfDay(digestAt ?? USUAL_DIGEST_AT) }) : t('notify-weekly-none');

/** How many red calls were not important to him, with what could be done; nothing when he was told of none. */
const worthLines = (worth: Worth, offered: number | null, t: Translate): (Html | '')[] =>
  worth.told === 0
    ? []
    : [
        '',
        t('notify-worth', {
          told: worth.told,
          count: worth.notImportant,
          percent: Math.round((PERCENT * worth.notImportant) / worth.told),
        }),
        ...(offered === null ? [] : [t('notify-offer', { from: offered })]),
      ];

interface Found {
  settings: NotificationSettings;
  worth: Worth;
}

const alertRows = ({ settings }: Found, offered: AlertThreshold | null, t: Translate): Button[][] => [
  [
    chooseAlerts.button(t('notify-button-alerts', { on: String(!settings.redAlerts) }), {
      on: !settings.redAlerts,
    }),
    thresholdPlace.link(t('notify-button-threshold'), {}),
  ],
  offered === null
    ? []
    : [chooseThreshold.button(t('notify-button-offer', { from: offered }), { from: offered })],
  [budgetPlace.link(t('notify-button-budget'), {})],
];

const isAboutCalls = (person: Person): boolean => may(person.role, 'calls.view');

/** «🔔 Уведомления»: what comes, when, and how much. */
export const notificationSettings = defineScreen({
  ...notificationsPlace,
  load: async ({ db, person, now }): Promise<Found> => {
    const [settings, worth] = await Promise.all([
      findNotificationSettings(db, person),
      countWorth(db, person.id, daysBefore(now(), WORTH_DAYS)),
    ]);
    return { settings, worth };
  },
  render: (found, { t, person }) => {
    const { settings, worth } = found;
    const offered = settings.redAlerts ? thresholdToOffer(worth, settings.alertFrom) : null;
    const calls = isAboutCalls(person);
    return {
      text: lines(
        t('notify-title'),
        '',
        calls ? alertsLine(settings, t) : null,
        calls ? budgetLine(settings, t) : null,
        quietLine(settings, t),
        digestLine(settings, t),
        weeklyLine(settings, t),
        ...(calls ? worthLines(worth, offered, t) : []),
        '',
        t('notify-note'),
      ),
      rows: [
        ...(calls ? alertRows(found, offered, t) : []),
        [quietPlace.link(t('notify-button-quiet'), {}), digestTimePlace.link(t('notify-button-digest'), {})],
        [
          chooseWeekly.button(t('notify-button-weekly', { on: String(!settings.weekly) }), {
            on: !settings.weekly,
          }),
        ],
      ],
    };
  },
});
