import { MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { may } from '@perezvon/access';
import { maySeeNumbers } from '../../domain/small-cells.js';
import { hasStats } from '../../people/person.js';
import type { FoundSummary } from '../../queries/notifications/find-summary.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { hasUncompared, numberLines } from '../figures/period-words.js';
import { moneyLines } from '../control/control-words.js';
import { assignmentsPlace } from '../places/assignments.js';
import { callListPlace, DEFAULT_PERIOD_DAYS, wholeList } from '../places/calls.js';
import { controlPlace } from '../places/control.js';
import { dashboardPlace } from '../places/dashboard.js';
import { alertPlace, notificationsPlace } from '../places/notifications.js';
import { myStatsPlace } from '../places/operators.js';
import { topReviewPlace } from '../places/top.js';
import { topCallLines } from '../top/top-words.js';

type Tools = RenderTools<{ messageId: number }>;

/** What waits for this person, the most urgent first; a line that is not his business is left out. */
export const workLines = ({ unowned, work, gathered }: FoundSummary, { t }: Tools): Html[] =>
  [
    unowned === null ? null : t('summary-unowned', { count: unowned }),
    work.overdue === null ? null : t('menu-overdue', { count: work.overdue }),
    work.mine === null || work.mine === 0 ? null : t('menu-mine', { count: work.mine }),
    gathered === 0 ? null : t('summary-gathered', { count: gathered }),
  ].filter((line) => line !== null);

/**
 * What happened, against what went before. Who may see no single call is told no number of a handful: it could be
 * traced to somebody.
 */
export const comparedLines = ({ compared }: FoundSummary, { t, person }: Tools): Html[] => {
  if (compared === null) return [];
  const { numbers } = compared;
  if (numbers.calls === 0) return [t('summary-no-calls')];
  if (!maySeeNumbers(person.role, numbers)) return [t('summary-few-calls', { min: MIN_CALLS_TO_COMPARE })];
  return [
    ...numberLines(compared, DEFAULT_PERIOD_DAYS, t),
    ...(hasUncompared(compared) ? [t('summary-not-compared', { min: MIN_CALLS_TO_COMPARE })] : []),
  ];
};

/** What became of the assignments of the week, and what it brought. */
export const controlLines = ({ control }: FoundSummary, { t }: Tools): Html[] =>
  control === null || control.counts.given === 0
    ? []
    : [t('weekly-control-counts', control.counts), ...moneyLines(control, control.averageBooking, t)];

/** The calls to hear first. */
export const firstCallLines = ({ first }: FoundSummary, tools: Tools): Html[] =>
  first.length === 0
    ? []
    : [
        tools.t('summary-first'),
        ...first.map((call, index) => lines('', topCallLines(call, index + 1, tools))),
      ];

const reviewRows = ({ first, at }: FoundSummary, { t, moment }: Tools): Button[][] =>
  first.map(({ historyId, callDate }, index) => [
    topReviewPlace.link(t('top-call-button', { place: index + 1, id: historyId, at: moment(callDate) }), {
      days: DEFAULT_PERIOD_DAYS,
      at: at.getTime(),
      historyId,
    }),
  ]);

const workRows = (
  { unowned, work, gathered, messageId, control }: FoundSummary,
  { t, person }: Tools,
): Button[][] => {
  const isEverybodys = may(person.role, 'assignments.manage');
  return [
    gathered === 0 ? [] : [alertPlace.link(t('button-gathered', { count: gathered }), { messageId })],
    unowned === null || unowned === 0
      ? []
      : [
          callListPlace.link(t('dashboard-list-button', { list: 'complaint', count: unowned }), {
            ...wholeList('complaint', DEFAULT_PERIOD_DAYS),
            withoutOwner: true,
          }),
        ],
    work.overdue === null || work.overdue === 0
      ? []
      : [
          assignmentsPlace.link(t('dashboard-overdue-button', { count: work.overdue }), {
            view: isEverybodys ? 'overdue' : 'mine',
            direction: 'on',
          }),
        ],
    work.mine === null || work.mine === 0
      ? []
      : [
          assignmentsPlace.link(t('button-my-work', { count: work.mine }), {
            view: 'mine',
            direction: 'on',
          }),
        ],
    control === null ? [] : [controlPlace.link(t('menu-way-control'), { days: DEFAULT_PERIOD_DAYS })],
  ];
};

/** The ways from a summary to what it tells of. */
export const summaryRows = (found: FoundSummary, tools: Tools): Button[][] => [
  ...reviewRows(found, tools),
  ...workRows(found, tools),
  hasStats(tools.person) ? [myStatsPlace.link(tools.t('menu-way-my-stats'), { span: 'week' })] : [],
  [
    dashboardPlace.link(tools.t('menu-way-dashboard'), { days: DEFAULT_PERIOD_DAYS }),
    notificationsPlace.link(tools.t('button-notifications'), {}),
  ],
];
