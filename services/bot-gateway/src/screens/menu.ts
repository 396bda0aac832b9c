import { countMenuWork } from '../store/menu-work.js';
import { hasStats, mayOpen, nameOf, type Person } from '../people/person.js';
import { lines } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { inRows } from './in-rows.js';
import { unscoredLine } from './calls/unscored-words.js';
import { auditLogPlace } from './places/audit-log.js';
import { assignmentsPlace } from './places/assignments.js';
import { analyticsPlace, DEFAULT_PERIOD_DAYS } from './places/calls.js';
import { controlPlace } from './places/control.js';
import { dashboardPlace } from './places/dashboard.js';
import { exportPlace, FIRST_CHOICE } from './places/exports.js';
import { myStatsPlace } from './places/operators.js';
import { usersPlace } from './places/people.js';
import { helpPlace } from './places/help.js';
import { menuPlace } from './places/root.js';
import { searchPlace } from './places/search.js';
import { settingsPlace } from './places/settings.js';
import { systemPlace } from './places/system.js';

const WAYS_IN_ROW = 2;

/** The ways from the menu in the order of the guide; a person sees those that his role opens. */
const ways = (t: Translate, person: Person): Button[] => [
  analyticsPlace.link(t('menu-way-analytics'), { days: DEFAULT_PERIOD_DAYS }),
  dashboardPlace.link(t('menu-way-dashboard'), { days: DEFAULT_PERIOD_DAYS }),
  assignmentsPlace.link(t('menu-way-assignments'), { view: 'mine', direction: 'on' }),
  controlPlace.link(t('menu-way-control'), { days: DEFAULT_PERIOD_DAYS }),
  searchPlace.link(t('menu-way-search'), {}),
  ...(hasStats(person) ? [myStatsPlace.link(t('menu-way-my-stats'), { span: 'week' })] : []),
  exportPlace.link(t('menu-way-export'), FIRST_CHOICE),
  usersPlace.link(t('button-users'), {}),
  auditLogPlace.link(t('button-log'), {}),
  systemPlace.link(t('button-system'), {}),
  settingsPlace.link(t('button-settings'), {}),
  helpPlace.link(t('button-help'), {}),
];

/** The menu: who you are, what matters now, and the ways that your role opens. */
export const menu = defineScreen({
  ...menuPlace,
  load: (tools) => countMenuWork(tools),
  render: (work, { t, person }) => ({
    text: lines(
      t('menu-title', { name: nameOf(person), role: t('role', { role: person.role ?? 'none' }) }),
      '',
      work.red === null ? null : t('menu-red', { count: work.red }),
      work.unscored === null ? null : unscoredLine(work.unscored, t),
      work.overdue === null ? null : t('menu-overdue', { count: work.overdue }),
      work.mine === null ? null : t('menu-mine', { count: work.mine }),
      // Nothing to decide is no news.
      work.compensations ? t('menu-compensations', { count: work.compensations }) : null,
    ),
    // The ways of others leave no gaps: two in a row whatever the role.
    rows: inRows(
      WAYS_IN_ROW,
      ways(t, person).filter(({ access }) => mayOpen(person, access)),
    ),
  }),
});
