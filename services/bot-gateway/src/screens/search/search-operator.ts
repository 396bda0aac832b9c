import { operatorKey } from '../../domain/operator-key.js';
import { listNamedOperators, type NamedOperator } from '../../queries/people/named-operators.js';
import { pageOfAll } from '../../queries/page.js';
import { lines } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { operatorWords } from '../operators/operator-words.js';
import { turnButtons } from '../page-buttons.js';
import { PEOPLE_PAGE_SIZE } from '../assignments/people-rows.js';
import { foundPlace, searchOperatorPlace, type SearchChoice } from '../places/search.js';

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
    const shown = pageOfAll(operators, { page, size: PEOPLE_PAGE_SIZE });
    return {
      text: lines(t(operators.length === 0 ? 'search-operators-none' : 'search-operator-question')),
      rows: [
        ...shown.rows.map((operator) => [operatorButton(operator, choice, t)]),
        turnButtons(shown, t, (label, to) => searchOperatorPlace.link(label, { ...params, page: to })),
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
