import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { pageOfAll } from '../../queries/page.js';
import { listLoggedActions } from '../../store/audit-log.js';
import { listPossibleActors } from '../../store/people-lists.js';
import { readCallId } from '../../text/call-id.js';
import { parseDay, todayOf } from '../../text/day-words.js';
import { defineScreen } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import {
  auditLogPlace,
  LOG_ACTIONS,
  logActionsPlace,
  logCallPlace,
  logDayPlace,
  logPeoplePlace,
} from '../places/audit-log.js';

/** Whose acts: people by name. */
export const logPeople = defineScreen({
  ...logPeoplePlace,
  load: ({ db }, { page }) => listPossibleActors(db, page),
  render: (people, { t, params: { page: _page, ...filters } }) => ({
    text: t('log-which-person'),
    rows: [
      ...people.rows.map((person) => [
        auditLogPlace.link(t('users-person', { name: nameOf(person) }), { ...filters, actorId: person.id }),
      ]),
      turnButtons(people, t, (label, page) => logPeoplePlace.link(label, { ...filters, page })),
    ],
  }),
});

/** Actions of one page. */
const ACTIONS_PER_PAGE = 8;

/** Which action: those that the log holds, those about the same thing together. */
export const logActions = defineScreen({
  ...logActionsPlace,
  load: async ({ db }, { page }) => {
    const held = new Set(await listLoggedActions(db));
    return pageOfAll(
      LOG_ACTIONS.filter((action) => held.has(action)),
      { page, size: ACTIONS_PER_PAGE },
    );
  },
  render: (actions, { t, params: { page: _page, ...filters } }) => ({
    text: t('log-which-action'),
    rows: [
      ...actions.rows.map((action) => [
        auditLogPlace.link(t(codeKey('action', action)), { ...filters, action }),
      ]),
      turnButtons(actions, t, (label, page) => logActionsPlace.link(label, { ...filters, page })),
    ],
  }),
});

/** Of which day: waits for it, too. */
export const logDay = defineScreen({
  ...logDayPlace,
  load: () => ({}),
  render: (_data, { t, now, timezone, params }) => {
    const today = todayOf(now, timezone);
    return {
      text: t('log-which-day'),
      rows: [
        [
          auditLogPlace.link(t('search-today-button'), { ...params, day: today }),
          auditLogPlace.link(t('search-yesterday-button'), { ...params, day: today - 1 }),
        ],
      ],
    };
  },
  typed: (text, { t, now, timezone, params }) => {
    const day = parseDay(text, now, timezone);
    return day === null
      ? { kind: 'say', text: t('log-no-day') }
      : { kind: 'open', address: auditLogPlace.address({ ...params, day }) };
  },
});

/** What was done about a call: waits for its id. */
export const logCall = defineScreen({
  ...logCallPlace,
  load: () => ({}),
  render: (_data, { t }) => ({ text: t('log-which-call'), rows: [] }),
  typed: (text, { t, params }) => {
    const historyId = readCallId(text);
    return historyId === null
      ? { kind: 'say', text: t('log-no-call-number') }
      : { kind: 'open', address: auditLogPlace.address({ ...params, historyId }) };
  },
});
