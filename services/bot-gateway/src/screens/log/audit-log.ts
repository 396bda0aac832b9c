import { nameOf } from '../../people/person.js';
import { listLog, type LogEntry } from '../../store/audit-log.js';
import { findNames, listPossibleActors } from '../../store/people-lists.js';
import { readCallId } from '../../text/call-id.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { entryWords } from './log-words.js';
import { pageButtons, turnButtons } from '../page-buttons.js';
import { auditLogPlace, logCallPlace, logPeoplePlace } from '../places/audit-log.js';

/** Everybody that an entry names. */
const peopleIn = ({ actorId, subjectKind, subjectId, before, after }: LogEntry): number[] =>
  [
    actorId,
    subjectKind === 'user' ? Number(subjectId) : null,
    before?.['ownerId'],
    after?.['ownerId'],
  ].filter((id) => typeof id === 'number');

/** «🧾 Журнал»: who did what, when, and how it ended; the newest first. */
export const auditLog = defineScreen({
  ...auditLogPlace,
  load: async ({ db }, params) => {
    const page = await listLog(db, params);
    const asked = params.actorId === undefined ? [] : [params.actorId];
    return { page, names: await findNames(db, [...asked, ...page.rows.flatMap(peopleIn)]) };
  },
  render: ({ page, names }, { t, moment, params: { actorId, historyId } }) => {
    const actor = actorId === undefined ? undefined : names.get(actorId);
    const isFiltered = actorId !== undefined || historyId !== undefined;
    return {
      text: lines(
        t('log-title'),
        actor ? t('log-by-person', { name: nameOf(actor) }) : null,
        historyId === undefined ? null : t('log-by-call', { call: `#${historyId}` }),
        ...(page.rows.length === 0 ? (['', t('log-empty')] as const) : []),
        ...page.rows.flatMap((entry) => ['' as const, entryWords({ t, moment, names }, entry)]),
      ),
      rows: [
        pageButtons(page, t, (label, direction, seq) =>
          auditLogPlace.link(label, { actorId, historyId, from: { direction, seq } }),
        ),
        [
          logPeoplePlace.link(t('button-log-person'), { page: 0 }),
          logCallPlace.link(t('button-log-call'), {}),
        ],
        isFiltered ? [auditLogPlace.link(t('button-log-all'), {})] : [],
      ],
    };
  },
});

/** Whose acts: people by name. */
export const logPeople = defineScreen({
  ...logPeoplePlace,
  load: ({ db }, { page }) => listPossibleActors(db, page),
  render: (people, { t }) => ({
    text: t('log-which-person'),
    rows: [
      ...people.rows.map((person) => [
        auditLogPlace.link(t('users-person', { name: nameOf(person) }), { actorId: person.id }),
      ]),
      turnButtons(people, t, (label, page) => logPeoplePlace.link(label, { page })),
    ],
  }),
});

/** What was done about a call: waits for its id. */
export const logCall = defineScreen({
  ...logCallPlace,
  load: () => ({}),
  render: (_data, { t }) => ({ text: t('log-which-call'), rows: [] }),
  typed: (text, { t }) => {
    const historyId = readCallId(text);
    return historyId === null
      ? { kind: 'say', text: t('log-no-call-number') }
      : { kind: 'open', address: auditLogPlace.address({ historyId }) };
  },
});
