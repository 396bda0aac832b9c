import { may } from '@perezvon/access';
import type { DbClient } from '@perezvon/db';
import { changeOf, type ComparedNumbers, MEASURES } from '../../domain/period-lines.js';
import { maySeeNumbers } from '../../domain/small-cells.js';
import type { Person } from '../../people/person.js';
import { countCallLists } from '../../queries/calls/count-call-lists.js';
import { findUnscored, type Unscored } from '../../queries/calls/find-unscored.js';
import { countAssignments } from '../../queries/assignments/list-assignments.js';
import { periodBefore, periodEnding, type Period } from '@perezvon/db/calls';
import { PERIOD_DAYS, MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { findComparedNumbers } from '../../queries/figures/find-compared-numbers.js';
import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignmentsPlace } from '../places/assignments.js';
import { callListPlace, wholeList } from '../places/calls.js';
import { dashboardPlace } from '../places/dashboard.js';
import {
  dynamicsPlace,
  lossReasonsPlace,
  marketingPlace,
  metricTablePlace,
  operatorTablePlace,
} from '../places/figures.js';
import { unscoredLine } from '../calls/unscored-words.js';
import { hasUncompared, modelWords, numberLines } from './period-words.js';

/** What waits for somebody: calls of the period without an owner, and open assignments past their deadline. */
interface TodayWork {
  unowned: Record<'complaint' | 'followup', number>;
  overdue: number;
}

interface Dashboard extends ComparedNumbers {
  period: Period;
  unscored: Unscored;
  /** null: single calls are not this person's business. */
  today: TodayWork | null;
}

type Tools = Pick<RenderTools<{ days: Period['days'] }>, 't' | 'params' | 'person' | 'timezone' | 'now'>;

const findTodayWork = async (
  db: DbClient,
  { role, id }: Person,
  { period, now }: { period: Period; now: Date },
): Promise<TodayWork | null> => {
  if (!may(role, 'calls.view')) return null;
  const [counts, { overdue }] = await Promise.all([
    countCallLists(db, period),
    countAssignments(db, { userId: id, ownOnly: false }, now),
  ]);
  return {
    unowned: { complaint: counts.complaint.withoutOwner, followup: counts.followup.withoutOwner },
    overdue,
  };
};

/** Whether some change is shown that may be the scoring's as well as people's. */
const hasUntold = (found: Dashboard): boolean =>
  MEASURES.some(
    (measure) => changeOf(measure, found) !== null && modelWords(measure, found.days) === 'unknown',
  );

/** What to do today, the most urgent first. Nobody can say that all is done while calls wait to be scored. */
const todayLine = ({ unowned, overdue }: TodayWork, unscored: Unscored, t: Translate): Html =>
  unowned.complaint + unowned.followup + overdue + unscored.count === 0
    ? t('dashboard-today-clear')
    : t('dashboard-today', { complaint: unowned.complaint, followup: unowned.followup, overdue });

const workRows = ({ today }: Dashboard, { t, params }: Tools): Button[][] => {
  if (today === null) return [];
  const list = (name: 'complaint' | 'followup'): Button[] =>
    today.unowned[name] === 0
      ? []
      : [
          callListPlace.link(t('dashboard-list-button', { list: name, count: today.unowned[name] }), {
            ...wholeList(name, params.days),
            withoutOwner: true,
          }),
        ];
  const overdue =
    today.overdue === 0
      ? []
      : [
          assignmentsPlace.link(t('dashboard-overdue-button', { count: today.overdue }), {
            view: 'overdue',
            direction: 'on',
          }),
        ];
  return [list('complaint'), list('followup'), overdue];
};

/** The screens that take the numbers apart. */
const figureRows = ({ t, params: { days } }: Tools): Button[][] => [
  [metricTablePlace.link(t('button-metrics'), { group: 'conversion', days })],
  [
    operatorTablePlace.link(t('button-operators'), { days, order: 'quality', page: 0 }),
    lossReasonsPlace.link(t('button-loss'), { days }),
  ],
  [
    dynamicsPlace.link(t('button-dynamics'), { days, grain: 'day' }),
    marketingPlace.link(t('button-marketing'), { days, page: 0 }),
  ],
];

/** What happened, and what the numbers cannot tell. */
const periodLines = (dashboard: Dashboard, { t, params, person }: Tools): Html[] => {
  const { numbers } = dashboard;
  const unscored = unscoredLine(dashboard.unscored, t);
  if (numbers.calls === 0) return [unscored ?? t('analytics-no-calls')];
  if (!maySeeNumbers(person.role, numbers)) return [t('figures-hidden', { min: MIN_CALLS_TO_COMPARE })];
  return [
    ...numberLines(dashboard, params.days, t),
    ...(unscored === null ? [] : [unscored]),
    ...(hasUncompared(dashboard)
      ? [t('dashboard-too-few', { min: MIN_CALLS_TO_COMPARE, days: params.days })]
      : []),
    ...(hasUntold(dashboard) ? [t('dashboard-versions-differ', { days: params.days })] : []),
  ];
};

/** The dashboard's text. Pure. */
const dashboardText = (dashboard: Dashboard, tools: Tools): Html => {
  const { t, params, timezone, now } = tools;
  const { period, today, unscored } = dashboard;
  return lines(
    t('dashboard-title', {
      days: params.days,
      from: dayWords(period.since, timezone),
      to: dayWords(now, timezone),
    }),
    periodLines(dashboard, tools),
    ...(today === null ? [] : ['' as const, todayLine(today, unscored, t)]),
  );
};

/** «📊 Дашборд»: the numbers of a period with their bases, the change, and what to do today. */
export const dashboard = defineScreen({
  ...dashboardPlace,
  load: async ({ db, now, timezone, person }, { days }): Promise<Dashboard> => {
    const period = periodEnding(now(), days, timezone);
    const previous = periodBefore(period, timezone);
    const [compared, today, unscored] = await Promise.all([
      findComparedNumbers(db, period, previous),
      findTodayWork(db, person, { period, now: now() }),
      findUnscored(db, period),
    ]);
    return { period, ...compared, unscored, today };
  },
  render: (found, tools) => ({
    text: dashboardText(found, tools),
    rows: [
      PERIOD_DAYS.map((days) =>
        dashboardPlace.link(
          tools.t('figure-period-button', { days, chosen: String(days === tools.params.days) }),
          { days },
        ),
      ),
      ...workRows(found, tools),
      ...figureRows(tools),
    ],
  }),
});
