import type { AssignmentKind } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { nameOf, type PersonName } from '../../people/person.js';
import { findCallBrief, type CallBrief } from '../../queries/calls/find-call-brief.js';
import { findPersonName } from '../../queries/people/find-person-name.js';
import { lines, type Html } from '../../text/html.js';
import { assignHead } from './assign-kind.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { answerTypedDue, dueRows } from './due-choice.js';
import { assignConfirmPlace, assignDatePlace, assignDuePlace } from '../places/assignments.js';

/** What has been chosen so far. */
interface Choice {
  call: CallBrief;
  owner: PersonName;
}

/** The call and the person of the next steps; null: one of them is gone. */
export const loadChoice = async (
  db: DbClient,
  { historyId, ownerId }: { historyId: number; ownerId: number },
): Promise<Choice | null> => {
  const [call, owner] = await Promise.all([findCallBrief(db, historyId), findPersonName(db, ownerId)]);
  return call && owner && { call, owner };
};

/** What has been chosen so far, in words. */
export const choiceLines = (
  { call, owner }: Choice,
  tools: Pick<RenderTools<{ kind: AssignmentKind }>, 't' | 'moment' | 'params'>,
): Html => {
  const { t, params } = tools;
  return lines(
    assignHead(call, tools),
    t('assign-choice', { kind: t(codeKey('kind', params.kind)), owner: nameOf(owner) }),
  );
};

/** «👤 Назначить», step 3: until when. */
export const assignDue = defineScreen({
  ...assignDuePlace,
  load: ({ db }, params) => loadChoice(db, params),
  render: (choice, tools) => {
    const { t, params } = tools;
    return {
      text: lines(choiceLines(choice, tools), '', t('due-question')),
      rows: [
        ...dueRows(tools, (label, due) => assignConfirmPlace.link(label, { ...params, due })),
        [assignDatePlace.link(t('due-other'), params)],
      ],
    };
  },
});

/** Step 3, «Другая дата»: the next words in this chat are the deadline. */
export const assignDate = defineScreen({
  ...assignDatePlace,
  load: ({ db }, params) => loadChoice(db, params),
  render: (choice, tools) => ({
    text: lines(choiceLines(choice, tools), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(text, tools, (due) => assignConfirmPlace.address({ ...tools.params, due })),
});
