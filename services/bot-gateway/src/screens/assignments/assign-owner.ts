import { codeKey } from '@perezvon/texts';
import { findCallBrief } from '../../queries/calls/find-call-brief.js';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { lines } from '../../text/html.js';
import { assignHead } from './assign-kind.js';
import { defineScreen } from '../define-screen.js';
import { PEOPLE_PAGE_SIZE, peopleRows } from './people-rows.js';
import { assignDuePlace, assignOwnerPlace } from '../places/assignments.js';

/** «👤 Назначить», step 2: who does it. */
export const assignOwner = defineScreen({
  ...assignOwnerPlace,
  load: async ({ db }, { historyId, kind, page }) => {
    const call = await findCallBrief(db, historyId);
    return (
      call && {
        call,
        found: await listAssignablePeople(db, { historyId, kind, page, size: PEOPLE_PAGE_SIZE }),
      }
    );
  },
  render: ({ call, found }, tools) => {
    const { t, params } = tools;
    const { historyId, kind } = params;
    return {
      text: lines(
        assignHead(call, tools),
        '',
        t('assign-owner-question', { kind: t(codeKey('kind', kind)) }),
      ),
      rows: peopleRows(
        found,
        t,
        (label, { id }) => assignDuePlace.link(label, { historyId, kind, ownerId: id }),
        (label, page) => assignOwnerPlace.link(label, { historyId, kind, page }),
      ),
    };
  },
});
