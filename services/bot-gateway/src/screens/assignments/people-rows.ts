import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import type { AssignablePeople, AssignablePerson } from '../../queries/assignments/list-assignable-people.js';
import { join, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { turnButtons } from '../page-buttons.js';

/** As many people as a phone shows without scrolling. */
export const PEOPLE_PAGE_SIZE = 8;

const tieOf = ({ tookTheCall, knowsTheClient }: AssignablePerson): string => {
  if (tookTheCall) return 'took';
  return knowsTheClient ? 'knows' : 'none';
};

/** Who is suggested, and why; null: nobody stands out. */
export const suggestionLine = ({ suggested }: AssignablePeople, t: Translate): Html | null =>
  suggested &&
  t('assign-suggested', {
    name: nameOf(suggested.name),
    reasons: join(
      suggested.reasons.map((reason) => t(codeKey('owner-reason', reason))),
      ', ',
    ),
  });

/** A button a person with the work that waits for him, and the pages. */
export const peopleRows = (
  people: AssignablePeople,
  t: Translate,
  choose: (label: Html, person: AssignablePerson) => Button,
  turnTo: (label: Html, page: number) => Button,
): Button[][] => [
  ...people.rows.map((person) => [
    choose(
      t('assign-person', {
        name: nameOf(person),
        count: person.openCount,
        tie: tieOf(person),
        suggested: String(person.id === people.suggested?.id),
      }),
      person,
    ),
  ]),
  turnButtons(people, t, turnTo),
];
