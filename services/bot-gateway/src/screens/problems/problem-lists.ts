import { codeKey } from '@perezvon/texts';
import { listProblems, type ProblemPage } from '../../queries/problems/list-problems.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import { myProblemsPlace, problemCardPlace, problemPlace, problemsPlace } from '../places/problems.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

const rowsOf = ({ rows }: ProblemPage, { t, moment }: Tools): Button[][] =>
  rows.map(({ id, kind, state, updatedAt }) => [
    problemCardPlace.link(
      t('problem-row', { kind, id, state: t(codeKey('problem-state', state)), at: moment(updatedAt) }),
      { reportId: id },
    ),
  ]);

const listText = ({ rows }: ProblemPage, title: Html, none: Html): Html =>
  rows.length === 0 ? lines(title, '', none) : title;

/** «📨 Мои обращения». */
export const myProblems = defineScreen({
  ...myProblemsPlace,
  load: ({ db, person }, { page }) => listProblems(db, { authorId: person.id, state: null, page }),
  render: (found, tools) => {
    const { t } = tools;
    return {
      text: listText(found, t('my-problems-title'), t('problems-none')),
      rows: [
        ...rowsOf(found, tools),
        turnButtons(found, t, (label, page) => myProblemsPlace.link(label, { page })),
        [problemPlace.link(t('button-problem'), { screen: null, update: null })],
      ],
    };
  },
});

/** «📨 Обращения»: what waits for the developers, or everything. */
export const problems = defineScreen({
  ...problemsPlace,
  load: ({ db }, { filter, page }) =>
    listProblems(db, { authorId: null, state: filter === 'waiting' ? 'waiting' : null, page }),
  render: (found, tools) => {
    const { t, params } = tools;
    const { filter } = params;
    const other = filter === 'waiting' ? 'all' : 'waiting';
    return {
      text: listText(found, t('problems-title', { filter }), t('problems-none')),
      rows: [
        ...rowsOf(found, tools),
        turnButtons(found, t, (label, page) => problemsPlace.link(label, { filter, page })),
        [problemsPlace.link(t('button-problems-filter', { filter: other }), { filter: other, page: 0 })],
      ],
    };
  },
});
