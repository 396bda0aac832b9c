import { operatorKey } from '../domain/operator-key.js';
import { listNamedOperators, type NamedOperator } from '../queries/named-operators.js';
import { lines, type Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import { defineScreen } from './define-screen.js';
import { operatorWords } from './found-words.js';
import { PEOPLE_PAGE_SIZE } from './people-rows.js';
import { foundPlace, searchOperatorPlace, type SearchChoice } from './places/search.js';

const operatorButton = (operator: NamedOperator, choice: SearchChoice, t: Translate) =>
  foundPlace.link(operatorWords(operator, t), {
    ...choice,
    operator: operatorKey(operator.code),
    direction: 'on',
  });

/** «👤 По оператору»: whose calls to look through. */
export const searchOperator = defineScreen({
  ...searchOperatorPlace,
  load: ({ db }) => listNamedOperators(db),
  render: (operators, { t, params }) => {
    const { page, ...choice } = params;
    const begin = page * PEOPLE_PAGE_SIZE;
    const turnTo = (label: Html, to: number) => searchOperatorPlace.link(label, { ...params, page: to });
    return {
      text: lines(t(operators.length === 0 ? 'search-operators-none' : 'search-operator-question')),
      rows: [
        ...operators
          .slice(begin, begin + PEOPLE_PAGE_SIZE)
          .map((operator) => [operatorButton(operator, choice, t)]),
        [
          ...(page > 0 ? [turnTo(t('button-previous'), page - 1)] : []),
          ...(operators.length > begin + PEOPLE_PAGE_SIZE ? [turnTo(t('button-next'), page + 1)] : []),
        ],
        [
          foundPlace.link(t('search-operator-nobody-button'), {
            ...choice,
            operator: operatorKey(null),
            direction: 'on',
          }),
        ],
        choice.operator === undefined
          ? []
          : [
              foundPlace.link(t('search-operator-all-button'), {
                ...choice,
                operator: undefined,
                direction: 'on',
              }),
            ],
      ],
    };
  },
});
