import { ALERT_THRESHOLDS, LEAST_DANGER } from '@perezvon/contracts';
import type { QuietHours } from '../../notifications/settings.js';
import { findNotificationSettings } from '../../store/notification-settings.js';
import { html, lines, type Html } from '../../text/html.js';
import { parseSpanOfDay, parseTimeOfDay, timeOfDay } from '../../text/time-of-day.js';
import { defineScreen, type LoadTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import { chooseBudget, chooseDigest, chooseQuietHours, chooseThreshold } from './notification-actions.js';
import { alertsLine, budgetLine, digestLine, quietLine } from './notification-settings.js';
import {
  budgetPlace,
  digestConfirmPlace,
  digestTimePlace,
  notificationsPlace,
  quietConfirmPlace,
  quietPlace,
  thresholdPlace,
} from '../places/notifications.js';

const HOUR = 60;
/** The clinic closes, or people go to bed; and the morning after. */
const QUIET_PRESETS: readonly QuietHours[] = [
  { from: 20 * HOUR, to: 8 * HOUR },
  { from: 21 * HOUR, to: 8 * HOUR },
  { from: 22 * HOUR, to: 7 * HOUR },
  { from: 23 * HOUR, to: 9 * HOUR },
];
const DIGEST_PRESETS = [7 * HOUR, 8 * HOUR, 9 * HOUR, 10 * HOUR] as const;
const BUDGET_PRESETS = [3, 5, 10, 20] as const;

const loadSettings = ({ db, person }: LoadTools) => findNotificationSettings(db, person);

const spanLabel = ({ from, to }: QuietHours): Html => html`${timeOfDay(from)}–${timeOfDay(to)}`;

/** From which danger on a red call is told at once. */
export const notificationThreshold = defineScreen({
  ...thresholdPlace,
  load: loadSettings,
  render: (settings, { t }) => ({
    text: lines(alertsLine(settings, t), '', t('notify-threshold-question')),
    rows: ALERT_THRESHOLDS.map((from) => [
      chooseThreshold.button(t('notify-button-from', { which: from > LEAST_DANGER ? 'some' : 'all', from }), {
        from,
      }),
    ]),
  }),
});

/** How many messages about red calls a day. */
export const notificationBudget = defineScreen({
  ...budgetPlace,
  load: loadSettings,
  render: (settings, { t }) => ({
    text: lines(budgetLine(settings, t), '', t('notify-budget-question')),
    rows: [
      BUDGET_PRESETS.map((budget) =>
        chooseBudget.button(t('notify-button-count', { count: budget }), { budget }),
      ),
      [chooseBudget.button(t('notify-button-unlimited'), {})],
    ],
  }),
});

/** When nothing rings; the next words in this chat may be other hours. */
export const notificationQuiet = defineScreen({
  ...quietPlace,
  load: loadSettings,
  render: (settings, { t }) => ({
    text: lines(quietLine(settings, t), '', t('notify-quiet-question')),
    rows: [
      ...inRows(
        2,
        QUIET_PRESETS.map((hours) => chooseQuietHours.button(spanLabel(hours), { hours })),
      ),
      [chooseQuietHours.button(t('notify-button-no-quiet'), {})],
    ],
  }),
  typed: (text, { t }) => {
    const hours = parseSpanOfDay(text);
    return hours === null
      ? { kind: 'say', text: t('notify-quiet-not-understood') }
      : { kind: 'open', address: quietConfirmPlace.address(hours) };
  },
});

/** The typed hours as they were understood. */
export const notificationQuietConfirm = defineScreen({
  ...quietConfirmPlace,
  load: () => ({}),
  render: (_nothing, { t, params: hours }) => ({
    text: lines(quietLine({ quietHours: hours }, t), '', t('notify-confirm')),
    rows: [
      [
        chooseQuietHours.button(t('button-confirm'), { hours }),
        notificationsPlace.link(t('button-cancel'), {}),
      ],
    ],
  }),
});

/** When the digest comes; the next words in this chat may be another time. */
export const notificationDigest = defineScreen({
  ...digestTimePlace,
  load: loadSettings,
  render: (settings, { t }) => ({
    text: lines(digestLine(settings, t), '', t('notify-digest-question')),
    rows: [
      DIGEST_PRESETS.map((at) => chooseDigest.button(html`${timeOfDay(at)}`, { at })),
      [chooseDigest.button(t('notify-button-no-digest'), {})],
    ],
  }),
  typed: (text, { t }) => {
    const at = parseTimeOfDay(text);
    return at === null
      ? { kind: 'say', text: t('notify-time-not-understood') }
      : { kind: 'open', address: digestConfirmPlace.address({ at }) };
  },
});

/** The typed time as it was understood. */
export const notificationDigestConfirm = defineScreen({
  ...digestConfirmPlace,
  load: () => ({}),
  render: (_nothing, { t, params: { at } }) => ({
    text: lines(digestLine({ digestAt: at }, t), '', t('notify-confirm')),
    rows: [
      [chooseDigest.button(t('button-confirm'), { at }), notificationsPlace.link(t('button-cancel'), {})],
    ],
  }),
});
