import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import type { Reminders } from '../../queries/notifications/find-reminders.js';
import { lines, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { compensationPlace, compensationsPlace } from '../places/compensations.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;
type Undecided = Pick<Reminders, 'compensations' | 'compensationCount'>;

/** Compensations that wait for the reader's decision, in a message of reminders; [] where it is about none. */
export const undecidedSection = (
  { compensations, compensationCount: count }: Undecided,
  { t, moment }: Tools,
): Html[] => {
  if (count === 0) return [];
  const rows = compensations.map(({ id, amountKopecks, state, proposedAt, proposedBy }) =>
    t('remind-undecided-row', {
      id,
      money: moneyWords(amountKopecks, t),
      since: moment(proposedAt),
      name: nameOf(proposedBy),
      state: state === 'proposed' ? 'proposed' : t(codeKey('compensation-state', state)),
    }),
  );
  return [
    lines(
      t('remind-undecided', { count }),
      rows,
      count > rows.length ? t('remind-more', { count: count - rows.length }) : null,
    ),
  ];
};

/** The way to each of them, and to all that wait. */
export const undecidedRows = (
  { compensations, compensationCount }: Undecided,
  { t }: Pick<Tools, 't'>,
): Button[][] => [
  ...compensations.map(({ id, amountKopecks }) => [
    compensationPlace.link(t('remind-undecided-button', { id, money: moneyWords(amountKopecks, t) }), {
      compensationId: id,
    }),
  ]),
  compensationCount > compensations.length
    ? [compensationsPlace.link(t('remind-undecided-all'), { view: 'waiting', direction: 'on' })]
    : [],
];
