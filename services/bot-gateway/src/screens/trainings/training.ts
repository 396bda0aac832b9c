import { isOpenAssignment, isOverdue } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import { maySeeAssignment } from '../../queries/assignments/assignment-access.js';
import { findTraining, type Training } from '../../queries/trainings/find-training.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { operatorWords } from '../operators/operator-words.js';
import { trainingPlace } from '../places/trainings.js';
import { assignmentCardPlace } from '../places/work.js';
import { effectLines } from './effect-words.js';
import { exampleButtons, exampleLines } from './example-words.js';

const headLines = (
  { metric, pattern, operator, owner, state, dueAt }: Training,
  { t, moment, now }: Pick<RenderTools<unknown>, 't' | 'moment' | 'now'>,
): Html => {
  const isOpen = isOpenAssignment(state);
  return lines(
    t('training-title', { metric: t(codeKey('metric', metric)), operator: operatorWords(operator, t) }),
    pattern === null ? null : t('training-pattern', { pattern: t(codeKey('pattern', pattern)) }),
    t('training-state', {
      owner: nameOf(owner),
      state: t(codeKey('state', state)),
      due: isOpen ? moment(dueAt) : 'none',
      late: String(isOverdue({ state, dueAt }, now)),
    }),
  );
};

/** One training: its calls, and what changed after it. Its owner sees it, and who manages assignments. */
export const training = defineScreen({
  ...trainingPlace,
  load: async ({ db, person, timezone }, { assignmentId }) => {
    const found = await findTraining(db, assignmentId, timezone);
    return found !== null && maySeeAssignment(person, found) ? found : null;
  },
  render: (found, tools) => {
    const { t } = tools;
    const { examples, assignmentId } = found;
    return {
      text: lines(
        headLines(found, tools),
        '',
        effectLines(found, tools),
        '',
        t('training-examples', { count: examples.length }),
        exampleLines(examples, tools),
      ),
      rows: [
        [assignmentCardPlace.link(t('button-training-assignment'), { assignmentId })],
        ...exampleButtons(examples, tools),
      ],
    };
  },
});
