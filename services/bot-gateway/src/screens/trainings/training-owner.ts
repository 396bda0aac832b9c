import { clinicDay } from '../../domain/clinic-day.js';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { lines } from '../../text/html.js';
import { PEOPLE_PAGE_SIZE, peopleRows } from '../assignments/people-rows.js';
import { defineScreen } from '../define-screen.js';
import { trainingDuePlace, trainingOwnerPlace } from '../places/trainings.js';
import { planLines, loadPlan } from './training-plan.js';

/** Who goes through it: asked where the operator is not in the bot, or somebody else is to. */
export const trainingOwner = defineScreen({
  ...trainingOwnerPlace,
  load: async (tools, { page, ...plan }) => {
    const { db, now, timezone } = tools;
    const facts = await loadPlan(tools, plan);
    if (!facts) return null;
    const asked = {
      historyId: plan.historyId,
      kind: 'training',
      today: clinicDay(now(), timezone).toJSDate(),
      page,
      size: PEOPLE_PAGE_SIZE,
    } as const;
    return { facts, found: await listAssignablePeople(db, asked) };
  },
  render: ({ facts, found }, tools) => {
    const { t, params } = tools;
    const { page: _page, ...plan } = params;
    return {
      text: lines(
        planLines(facts, tools),
        '',
        t('training-plan-owner-question', { known: String(facts.operator.name !== null) }),
      ),
      rows: peopleRows(
        found,
        t,
        (label, { id }) => trainingDuePlace.link(label, { ...plan, ownerId: id }),
        (label, page) => trainingOwnerPlace.link(label, { ...plan, page }),
      ),
    };
  },
});
