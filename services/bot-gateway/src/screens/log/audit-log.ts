import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { listLog, type LogEntry } from '../../store/audit-log.js';
import { findNames } from '../../store/people-lists.js';
import { dayBounds, printDay } from '../../text/day-words.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { pageButtons } from '../page-buttons.js';
import {
  auditLogPlace,
  logActionsPlace,
  logCallPlace,
  logDayPlace,
  logPeoplePlace,
  type LogFilters,
} from '../places/audit-log.js';
import { verifyLog } from './audit-check.js';
import { entryWords, PEOPLE } from './log-words.js';

/** Everybody that an entry names. */
const peopleIn = ({ actorId, subjectKind, subjectId, before, after }: LogEntry): number[] =>
  [
    actorId,
    subjectKind === 'user' ? Number(subjectId) : null,
    ...PEOPLE.flatMap((field) => [before?.[field], after?.[field]]),
  ].filter((id) => typeof id === 'number');

/** What the log is narrowed to, a line each. */
const filterWords = (
  { actorId, historyId, action, day }: LogFilters,
  { t, now, timezone, names }: Pick<RenderTools<unknown>, 't' | 'now' | 'timezone'> & Names,
): Html[] => {
  const actor = actorId === undefined ? undefined : names.get(actorId);
  return [
    ...(actor ? [t('log-by-person', { name: nameOf(actor) })] : []),
    ...(historyId === undefined ? [] : [t('log-by-call', { call: `#${historyId}` })]),
    ...(action === undefined ? [] : [t('log-by-action', { action: t(codeKey('action', action)) })]),
    ...(day === undefined ? [] : [t('log-by-day', { day: printDay(day, now, timezone) })]),
  ];
};
interface Names {
  names: Awaited<ReturnType<typeof findNames>>;
}

/** «🧾 Журнал»: who did what, when, and how it ended; the newest first. */
export const auditLog = defineScreen({
  ...auditLogPlace,
  load: async ({ db, timezone }, { day, ...params }) => {
    const page = await listLog(db, {
      ...params,
      during: day === undefined ? undefined : dayBounds(day, timezone),
    });
    const asked = params.actorId === undefined ? [] : [params.actorId];
    return { page, names: await findNames(db, [...asked, ...page.rows.flatMap(peopleIn)]) };
  },
  render: ({ page, names }, { t, moment, now, timezone, params: { from: _from, ...filters } }) => {
    const isFiltered = Object.values(filters).some((value) => value !== undefined);
    return {
      text: lines(
        t('log-title'),
        filterWords(filters, { t, now, timezone, names }),
        ...(page.rows.length === 0 ? (['', t('log-empty')] as const) : []),
        ...page.rows.flatMap((entry) => ['' as const, entryWords({ t, moment, names }, entry)]),
      ),
      rows: [
        pageButtons(page, t, (label, direction, seq) =>
          auditLogPlace.link(label, { ...filters, from: { direction, seq } }),
        ),
        [
          logPeoplePlace.link(t('button-log-person'), { ...filters, page: 0 }),
          logCallPlace.link(t('button-log-call'), filters),
        ],
        [
          logActionsPlace.link(t('button-log-action'), { ...filters, page: 0 }),
          logDayPlace.link(t('button-log-day'), filters),
        ],
        isFiltered ? [auditLogPlace.link(t('button-log-all'), {})] : [],
        [verifyLog.button(t('button-log-verify'), {})],
      ],
    };
  },
});
