import { periodEnding } from '@perezvon/db/calls';
import { operatorKey } from '../domain/operator-key.js';
import { listOperators, type ListedOperator } from '../queries/list-operators.js';
import { lines, type Html } from '../text/html.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { filterWords } from './list-filter-words.js';
import { PEOPLE_PAGE_SIZE } from './people-rows.js';
import { callListPlace, listOperatorPlace } from './places/calls.js';

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
    const begin = page * PEOPLE_PAGE_SIZE;
    const choose = (label: Html, operator?: number): Button =>
      callListPlace.link(label, { ...choice, operator, direction: 'on' });
    const turnTo = (label: Html, to: number): Button =>
      listOperatorPlace.link(label, { ...params, page: to });
    return {
      text: lines(
        t('call-list-title', { list, days, count: totalOf(operators) }),
        filterWords(choice, null, t),
        '',
        t(operators.length === 0 ? 'list-operator-none' : 'list-operator-question'),
      ),
      rows: [
        ...operators
          .slice(begin, begin + PEOPLE_PAGE_SIZE)
          .map(({ code, count }) => [
            choose(t('list-operator-button', { operator: code ?? 'none', count }), operatorKey(code)),
          ]),
        [
          ...(page > 0 ? [turnTo(t('button-previous'), page - 1)] : []),
          ...(operators.length > begin + PEOPLE_PAGE_SIZE ? [turnTo(t('button-next'), page + 1)] : []),
        ],
        [choose(t('list-operator-all', { count: totalOf(operators) }))],
      ],
    };
  },
});
