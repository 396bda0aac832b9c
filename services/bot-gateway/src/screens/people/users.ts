import { nameOf } from '../../people/person.js';
import { countPeople, listPeople, listRequests, type PersonRow } from '../../store/people-lists.js';
import { lines } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import { turnButtons } from '../page-buttons.js';
import { DEFAULT_PERIOD_DAYS } from '../places/calls.js';
import { operatorTablePlace } from '../places/figures.js';
import { PEOPLE_FILTERS, peoplePlace, userCardPlace, usersPlace } from '../places/people.js';

const personButton = (person: PersonRow, t: Translate): Button =>
  userCardPlace.link(t('users-person', { name: nameOf(person) }), { userId: person.id });

/** «👥 Пользователи»: who waits for a decision, and the people by role. */
export const users = defineScreen({
  ...usersPlace,
  load: async ({ db }) => ({ requests: await listRequests(db), counts: await countPeople(db) }),
  render: ({ requests, counts }, { t }) => {
    const filters = PEOPLE_FILTERS.flatMap((filter) => {
      const count = counts[filter];
      return count === undefined ? [] : [{ filter, count }];
    });
    return {
      text: lines(t('users-title'), '', t('users-requests', { count: requests.total })),
      rows: [
        ...requests.rows.map((person) => [personButton(person, t)]),
        ...inRows(
          2,
          filters.map(({ filter, count }) =>
            peoplePlace.link(t('users-filter', { filter, count }), { filter, page: 0 }),
          ),
        ),
        [
          operatorTablePlace.link(t('button-users-figures'), {
            days: DEFAULT_PERIOD_DAYS,
            order: 'quality',
            page: 0,
          }),
        ],
      ],
    };
  },
});

/** The people of one role, page by page. */
export const people = defineScreen({
  ...peoplePlace,
  load: ({ db }, { filter, page }) => listPeople(db, filter, page),
  render: (found, { t, params: { filter } }) => ({
    text: t('users-people', { filter, shown: found.rows.length }),
    rows: [
      ...found.rows.map((person) => [personButton(person, t)]),
      turnButtons(found, t, (label, page) => peoplePlace.link(label, { filter, page })),
    ],
  }),
});
