import { ASSIGNMENT_KINDS } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { findCallBrief, type CallBrief } from '../../queries/calls/find-call-brief.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignKindPlace, assignOwnerPlace } from '../places/assignments.js';

/** The call that is being given, above every step. */
export const assignHead = (
  { historyId, callDate }: Pick<CallBrief, 'historyId' | 'callDate'>,
  { t, moment }: Pick<RenderTools<unknown>, 't' | 'moment'>,
): Html => t('assign-title', { id: historyId, at: moment(callDate) });

/** «👤 Назначить», step 1: what has to be done. What somebody does already is told instead of offered. */
export const assignKind = defineScreen({
  ...assignKindPlace,
  load: ({ db }, { historyId }) => findCallBrief(db, historyId),
  render: (call, tools) => {
    const { t, moment } = tools;
    const { historyId, open } = call;
    const free = ASSIGNMENT_KINDS.filter((kind) => !open.some((one) => one.kind === kind));
    return {
      text: lines(
        assignHead(call, tools),
        '',
        free.length > 0 ? t('assign-kind-question') : t('assign-kind-all-taken'),
        open.map(({ kind, owner, dueAt }) =>
          t('assign-kind-taken', {
            kind: t(codeKey('kind', kind)),
            owner: nameOf(owner),
            due: moment(dueAt),
          }),
        ),
      ),
      rows: free.map((kind) => [
        assignOwnerPlace.link(t(codeKey('kind', kind)), { historyId, kind, page: 0 }),
      ]),
    };
  },
});
