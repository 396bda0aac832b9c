import { nameOf } from '../../people/person.js';
import type { AssignablePerson } from '../../queries/assignments/list-assignable-people.js';
import type { NumberedPage } from '../../queries/page.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { turnButtons } from '../page-buttons.js';

/** As many people as a phone shows without scrolling. */
export const PEOPLE_PAGE_SIZE = 8;

/** A button a person with the work that waits for him, and the pages. */
export const peopleRows = (
  people: NumberedPage<AssignablePerson>,
  t: Translate,
  choose: (label: Html, person: AssignablePerson) => Button,
  turnTo: (label: Html, page: number) => Button,
): Button[][] => [
  ...people.rows.map((person) => [
    choose(
      t('assign-person', {
        name: nameOf(person),
        count: person.openCount,
        tookTheCall: String(person.tookTheCall),
      }),
      person,
    ),
  ]),
  turnButtons(people, t, turnTo),
];
