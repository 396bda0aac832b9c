import { nameOf } from '../people/person.js';
import { listLog, type LogEntry, type LogPage } from '../store/audit-log.js';
import { findNames, listPossibleActors } from '../store/people-lists.js';
import { readCallId } from '../text/call-id.js';
import { lines } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { entryWords } from './log-words.js';
import { auditLogPlace, logCallPlace, logPeoplePlace } from './places/audit-log.js';

/** Everybody that an entry names. */
const peopleIn = ({ actorId, subjectKind, subjectId, before, after }: LogEntry): number[] =>
  [
    actorId,
    subjectKind === 'user' ? Number(subjectId) : null,
    before?.['ownerId'],
    after?.['ownerId'],
  ].filter((id) => typeof id === 'number');

interface Filter {
  actorId?: number | undefined;
  historyId?: number | undefined;
}

const pageButtons = (t: Translate, { entries, hasNewer, hasOlder }: LogPage, filter: Filter): Button[] => {
  const newest = entries.at(0);
  const oldest = entries.at(-1);
  const buttons: Button[] = [];
  if (hasNewer && newest)
    buttons.push(
      auditLogPlace.link(t('button-previous'), { ...filter, cursor: { side: 'newer', seq: newest.seq } }),
    );
  if (hasOlder && oldest)
    buttons.push(
      auditLogPlace.link(t('button-next'), { ...filter, cursor: { side: 'older', seq: oldest.seq } }),
    );
  return buttons;
};

/** «🧾 Журнал»: who did what, when, and how it ended; the newest first. */
export const auditLog = defineScreen({
  ...auditLogPlace,
  load: async ({ db }, params) => {
    const page = await listLog(db, params);
    const asked = params.actorId === undefined ? [] : [params.actorId];
    return { page, names: await findNames(db, [...asked, ...page.entries.flatMap(peopleIn)]) };
  },
  render: ({ page, names }, { t, moment, params: { actorId, historyId } }) => {
    const actor = actorId === undefined ? undefined : names.get(actorId);
    const isFiltered = actorId !== undefined || historyId !== undefined;
    return {
      text: lines(
        t('log-title'),
        actor ? t('log-by-person', { name: nameOf(actor) }) : null,
        historyId === undefined ? null : t('log-by-call', { call: `#${historyId}` }),
        ...(page.entries.length === 0 ? (['', t('log-empty')] as const) : []),
        ...page.entries.flatMap((entry) => ['' as const, entryWords({ t, moment, names }, entry)]),
      ),
      rows: [
        pageButtons(t, page, { actorId, historyId }),
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
  render: ({ rows, hasMore }, { t, params: { page } }) => {
    const pages: Button[] = [];
    if (page > 0) pages.push(logPeoplePlace.link(t('button-previous'), { page: page - 1 }));
    if (hasMore) pages.push(logPeoplePlace.link(t('button-next'), { page: page + 1 }));
    return {
      text: t('log-which-person'),
      rows: [
        ...rows.map((person) => [
          auditLogPlace.link(t('users-person', { name: nameOf(person) }), { actorId: person.id }),
        ]),
        pages,
      ],
    };
  },
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
