import { may } from '@perezvon/access';
import { isOverdue, pauseEnd } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { Person } from '../../people/person.js';
import { nameOf } from '../../people/person.js';
import {
  ASSIGNMENT_VIEWS,
  countAssignments,
  listAssignments,
  type AssignmentReader,
  type AssignmentView,
  type ListedAssignment,
} from '../../queries/assignments/list-assignments.js';
import { countWaitingPromises } from '../../queries/promises/waiting-promises.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import { pageButtons } from '../page-buttons.js';
import { assignmentsPlace, assignWordsPlace } from '../places/assignments.js';
import { compensationsPlace } from '../places/compensations.js';
import { promisesPlace } from '../places/promises.js';
import { patternsPlace } from '../places/trainings.js';
import { assignmentCardPlace } from '../places/work.js';
import { subjectWords, type SubjectRoom } from './subject-words.js';

/** Two lines an assignment, and a button: a phone shows this many. */
const PAGE_SIZE = 7;
const VIEWS_A_ROW = 2;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'now' | 'person'>;

const readerOf = ({ id, role }: Person): AssignmentReader => ({
  userId: id,
  ownOnly: !may(role, 'assignments.manage'),
});

/** Who manages assignments has every view; others have their own, and what is late of it. */
const viewsFor = ({ ownOnly }: AssignmentReader): AssignmentView[] =>
  ASSIGNMENT_VIEWS.filter((view) => !ownOnly || view === 'mine' || view === 'overdue');

/** Where everything is one's own, nobody needs to read his own name in every line. */
const isOwnOnly = (view: AssignmentView, { ownOnly }: AssignmentReader): boolean =>
  ownOnly || view === 'mine';

const rowArgs = (row: ListedAssignment, tools: Tools, room: SubjectRoom) => {
  const { t, moment, now } = tools;
  const { kind, dueAt, owner, state } = row;
  const rests = pauseEnd(row, now);
  const lateMark = isOverdue(row, now) ? 'late' : 'none';
  return {
    mark: rests === null ? lateMark : 'paused',
    due: moment(rests ?? dueAt),
    kind: t(codeKey('kind', kind)),
    subject: subjectWords(row, room, tools),
    owner: nameOf(owner),
    state: t(codeKey('state', state)),
  };
};

const rowButton = (row: ListedAssignment, tools: Tools): Button => {
  const { mark, due, kind, subject } = rowArgs(row, tools, 'button');
  return assignmentCardPlace.link(tools.t('assignments-button', { mark, due, kind, subject }), {
    assignmentId: row.id,
  });
};

/** The views to choose from, the one that is open marked. */
const viewRows = (open: AssignmentView, reader: AssignmentReader, t: Tools['t']): Button[][] =>
  inRows(
    VIEWS_A_ROW,
    viewsFor(reader).map((view) =>
      assignmentsPlace.link(t('assignments-view-button', { view, chosen: String(view === open) }), {
        view,
        direction: 'on',
      }),
    ),
  );

/** How much is late, of everybody's for who manages assignments; null where that is said already, or nothing is. */
const overdueLine = (
  view: AssignmentView,
  count: number,
  { ownOnly }: AssignmentReader,
  t: Tools['t'],
): Html | null => {
  if (count === 0 || view === 'overdue') return null;
  return t('assignments-overdue', { count, whose: ownOnly ? 'own' : 'all' });
};

/** «📋 Поручения»: what is open, by deadline, so that the overdue stands first. */
export const assignments = defineScreen({
  ...assignmentsPlace,
  load: async ({ db, now, person }, { view, direction, cursor }) => {
    const reader = readerOf(person);
    const from = cursor ? { cursor, direction } : null;
    const [page, counts, promised] = await Promise.all([
      listAssignments(db, { view, reader, now: now(), from, limit: PAGE_SIZE }),
      countAssignments(db, reader, now()),
      reader.ownOnly ? 0 : countWaitingPromises(db, now()),
    ]);
    return { page, counts, promised, reader };
  },
  render: ({ page, counts, promised, reader }, tools) => {
    const { t, params } = tools;
    const { view } = params;
    const isEmptyPage = counts[view] > 0 && page.rows.length === 0;
    const rowText = isOwnOnly(view, reader) ? 'assignments-row-own' : 'assignments-row';
    const rows: Html[] = page.rows.map((row) => t(rowText, rowArgs(row, tools, 'line')));
    return {
      text: lines(
        t('assignments-title', { view, count: counts[view] }),
        overdueLine(view, counts.overdue, reader, t),
        '',
        counts[view] === 0 ? t('assignments-none', { view }) : null,
        isEmptyPage ? t('page-empty') : null,
        rows,
      ),
      rows: [
        ...page.rows.map((row) => [rowButton(row, tools)]),
        pageButtons(page, t, (label, direction, cursor) =>
          assignmentsPlace.link(label, { view, direction, cursor }),
        ),
        isEmptyPage ? [assignmentsPlace.link(t('button-first-page'), { view, direction: 'on' })] : [],
        ...viewRows(view, reader, t),
        [
          assignWordsPlace.link(t('button-new-task'), { historyId: null, kind: 'task' }),
          patternsPlace.link(t('button-trainings'), { page: 0 }),
        ],
        [
          promisesPlace.link(t('button-promises', { count: promised }), { page: 0 }),
          compensationsPlace.link(t('button-compensations'), { view: 'waiting', direction: 'on' }),
        ],
      ],
    };
  },
});
