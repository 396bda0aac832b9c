import { clinicDay } from '../../domain/clinic-day.js';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { assignDuePlace, assignOwnerPlace } from '../places/assignments.js';
import { loadWork, workLines } from './given-work.js';
import { PEOPLE_PAGE_SIZE, peopleRows, suggestionLine } from './people-rows.js';

/** «👤 Назначить», step 2: who does it. */
export const assignOwner = defineScreen({
  ...assignOwnerPlace,
  load: async (tools, { page, ...work }) => {
    const { db, now, timezone } = tools;
    const facts = await loadWork(tools, work);
    if (!facts) return null;
    const { historyId, kind } = work;
    const today = clinicDay(now(), timezone).toJSDate();
    return {
      facts,
      found: await listAssignablePeople(db, { historyId, kind, today, page, size: PEOPLE_PAGE_SIZE }),
    };
  },
  render: ({ facts, found }, tools) => {
    const { t, params } = tools;
    const { page: _page, ...work } = params;
    return {
      text: lines(workLines(facts, tools), '', t('assign-owner-question'), suggestionLine(found, t)),
      rows: peopleRows(
        found,
        t,
        (label, { id }) => assignDuePlace.link(label, { ...work, ownerId: id }),
        (label, page) => assignOwnerPlace.link(label, { ...work, page }),
      ),
    };
  },
});
