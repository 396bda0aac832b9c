import { clinicDay } from '../../domain/clinic-day.js';
import { listAssignablePeople } from '../../queries/assignments/list-assignable-people.js';
import { lines } from '../../text/html.js';
import { PEOPLE_PAGE_SIZE, peopleRows } from '../assignments/people-rows.js';
import { defineScreen } from '../define-screen.js';
import { trainingDuePlace, trainingOwnerPlace } from '../places/trainings.js';
import { lessonLines, loadLesson } from './lesson-words.js';

/** Who goes through it: asked where the operator is not in the bot, or somebody else is to. */
export const lessonOwner = defineScreen({
  ...trainingOwnerPlace,
  load: async (tools, { page, ...lesson }) => {
    const { db, now, timezone } = tools;
    const facts = await loadLesson(tools, lesson);
    if (!facts) return null;
    const asked = {
      historyId: lesson.historyId,
      kind: 'training',
      today: clinicDay(now(), timezone).toJSDate(),
      page,
      size: PEOPLE_PAGE_SIZE,
    } as const;
    return { facts, found: await listAssignablePeople(db, asked) };
  },
  render: ({ facts, found }, tools) => {
    const { t, params } = tools;
    const { page: _page, ...lesson } = params;
    return {
      text: lines(
        lessonLines(facts, tools),
        '',
        t('lesson-owner-question', { known: String(facts.operator.name !== null) }),
      ),
      rows: peopleRows(
        found,
        t,
        (label, { id }) => trainingDuePlace.link(label, { ...lesson, ownerId: id }),
        (label, page) => trainingOwnerPlace.link(label, { ...lesson, page }),
      ),
    };
  },
});
