import { isOpenAssignment } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import {
  countTrainings,
  listTrainings,
  type ListedTraining,
} from '../../queries/assignments/list-trainings.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { pageButtons } from '../page-buttons.js';
import { myTrainingsPlace } from '../places/operators.js';
import { assignmentCardPlace } from '../places/work.js';

/** A line and a button a training. */
const PAGE_SIZE = 7;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'now'>;

const rowWords = (training: ListedTraining, { t, moment, now }: Tools): Html =>
  t('trainings-row', {
    id: training.historyId,
    state: t(codeKey('state', training.state)),
    due: isOpenAssignment(training.state) ? moment(training.dueAt) : 'none',
    late: String(isOpenAssignment(training.state) && training.dueAt < now),
  });

/** «🎓 Мои тренинги»: every training of mine, done ones too, the newest first. */
export const myTrainings = defineScreen({
  ...myTrainingsPlace,
  load: async ({ db, person }, { direction, cursor }) => {
    const from = cursor === undefined ? null : { cursor, direction };
    const [page, counts] = await Promise.all([
      listTrainings(db, { ownerId: person.id, from, limit: PAGE_SIZE }),
      countTrainings(db, person.id),
    ]);
    return { page, counts };
  },
  render: ({ page, counts }, tools) => {
    const { t } = tools;
    return {
      text: lines(
        t('trainings-title', { count: counts.open }),
        '',
        counts.all === 0 ? t('trainings-none') : null,
        counts.all > 0 && page.rows.length === 0 ? t('page-empty') : null,
        page.rows.map((row) => rowWords(row, tools)),
      ),
      rows: [
        ...page.rows.map((row) => [
          assignmentCardPlace.link(
            t('trainings-button', { id: row.historyId, state: t(codeKey('state', row.state)) }),
            { assignmentId: row.id },
          ),
        ]),
        pageButtons(page, t, (label, direction, cursor) =>
          myTrainingsPlace.link(label, { direction, cursor }),
        ),
      ],
    };
  },
});
