import { isOpenAssignment, isOverdue } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import {
  countAllTrainings,
  countOwnTrainings,
  listAllTrainings,
  listOwnTrainings,
  type ListedTraining,
} from '../../queries/trainings/list-trainings.js';
import type { Direction, Page } from '../../queries/page.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { pageButtons } from '../page-buttons.js';
import { myTrainingsPlace, trainingPlace, trainingsPlace } from '../places/trainings.js';
import { assignmentCardPlace } from '../places/work.js';

/** A line and a button a training. */
const PAGE_SIZE = 7;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'now'>;

/** What it is about: the metric, or the call where it is not measured. */
const aboutWords = ({ metric, historyId }: ListedTraining, { t }: Tools): Html =>
  metric === null ? t('trainings-about-call', { id: historyId ?? 'none' }) : t(codeKey('metric', metric));

const rowWords = (training: ListedTraining, whose: 'own' | 'all', tools: Tools): Html => {
  const { t, moment, now } = tools;
  const { state, dueAt, owner } = training;
  const isOpen = isOpenAssignment(state);
  return t('trainings-row', {
    about: aboutWords(training, tools),
    owner: whose === 'own' ? 'none' : nameOf(owner),
    state: t(codeKey('state', state)),
    due: isOpen ? moment(dueAt) : 'none',
    late: String(isOverdue(training, now)),
  });
};

const rowButton = (training: ListedTraining, whose: 'own' | 'all', tools: Tools): Button => {
  const { id: assignmentId, metric, state, owner } = training;
  const label = tools.t('trainings-button', {
    about: aboutWords(training, tools),
    owner: whose === 'own' ? 'none' : owner.firstName,
    state: tools.t(codeKey('state', state)),
  });
  return metric === null
    ? assignmentCardPlace.link(label, { assignmentId })
    : trainingPlace.link(label, { assignmentId });
};

interface Listed {
  page: Page<ListedTraining>;
  counts: { all: number; open: number };
}

const drawList = (
  { page, counts }: Listed,
  whose: 'own' | 'all',
  tools: Tools,
  link: (label: Html, direction: Direction, cursor: number) => Button,
) => {
  const { t } = tools;
  return {
    text: lines(
      t('trainings-title', { whose, count: counts.open }),
      '',
      counts.all === 0 ? t('trainings-none', { whose }) : null,
      counts.all > 0 && page.rows.length === 0 ? t('page-empty') : null,
      page.rows.map((row) => rowWords(row, whose, tools)),
    ),
    rows: [...page.rows.map((row) => [rowButton(row, whose, tools)]), pageButtons(page, t, link)],
  };
};

/** «🎓 Мои тренинги»: every training of mine, done ones too, the newest first. */
export const myTrainings = defineScreen({
  ...myTrainingsPlace,
  load: async ({ db, person }, { direction, cursor }) => {
    const from = cursor === undefined ? null : { cursor, direction };
    const [page, counts] = await Promise.all([
      listOwnTrainings(db, { ownerId: person.id, from, limit: PAGE_SIZE }),
      countOwnTrainings(db, person.id),
    ]);
    return { page, counts };
  },
  render: (listed, tools) =>
    drawList(listed, 'own', tools, (label, direction, cursor) =>
      myTrainingsPlace.link(label, { direction, cursor }),
    ),
});

/** «📚 Все тренинги»: everybody's that are measured, the newest first. */
export const allTrainings = defineScreen({
  ...trainingsPlace,
  load: async ({ db }, { direction, cursor }) => {
    const from = cursor === undefined ? null : { cursor, direction };
    const [page, counts] = await Promise.all([
      listAllTrainings(db, { from, limit: PAGE_SIZE }),
      countAllTrainings(db),
    ]);
    return { page, counts };
  },
  render: (listed, tools) =>
    drawList(listed, 'all', tools, (label, direction, cursor) =>
      trainingsPlace.link(label, { direction, cursor }),
    ),
});
