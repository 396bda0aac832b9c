import { periodEnding } from '@perezvon/db/calls';
import { operatorKey } from '../../domain/operator-key.js';
import { listOperators, type ListedOperator } from '../../queries/people/list-operators.js';
import { pageOfAll } from '../../queries/page.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { filterWords } from './list-filter-words.js';
import { turnButtons } from '../page-buttons.js';
import { PEOPLE_PAGE_SIZE } from '../assignments/people-rows.js';
import { callListPlace, listOperatorPlace } from '../places/calls.js';

const totalOf = (operators: readonly ListedOperator[]): number =>
  operators.reduce((sum, { count }) => sum + count, 0);

/** «Оператор»: who has calls in the list under its other filters, and how many. */
export const listOperator = defineScreen({
  ...listOperatorPlace,
  load: ({ db, now, timezone }, { list, days, withoutOwner, untouched }) =>
    listOperators(db, { list, period: periodEnding(now(), days, timezone), withoutOwner, untouched }),
  render: (operators, { t, params }) => {
    const { page, operator: _chosen, ...choice } = params;
    const { list, days } = choice;
    const shown = pageOfAll(operators, { page, size: PEOPLE_PAGE_SIZE });
    const choose = (label: Html, operator?: number): Button =>
      callListPlace.link(label, { ...choice, operator, direction: 'on' });
    return {
      text: lines(
        t('call-list-title', { list, days, count: totalOf(operators) }),
        filterWords(choice, null, t),
        '',
        t(operators.length === 0 ? 'list-operator-none' : 'list-operator-question'),
      ),
      rows: [
        ...shown.rows.map(({ code, count }) => [
          choose(t('list-operator-button', { operator: code ?? 'none', count }), operatorKey(code)),
        ]),
        turnButtons(shown, t, (label, to) => listOperatorPlace.link(label, { ...params, page: to })),
        [choose(t('list-operator-all', { count: totalOf(operators) }))],
      ],
    };
  },
});
