import { grantableBy } from '@perezvon/access';
import type { GrantableRole } from '@perezvon/contracts';
import { nameOf } from '../people/person.js';
import { findPersonCard, listFreeOperatorCodes, type PersonCard } from '../store/people-lists.js';
import type { Html } from '../text/html.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { operatorCodePlace, userRolePlace } from './places/people.js';
import { approve, setRole } from './user-actions.js';

/** «Одобрить» and «Роль» end in the same choice: it lets in who asked, and changes the role of who is in. */
const give = (
  card: PersonCard,
  label: Html,
  choice: { role: GrantableRole; operatorCode?: string },
): Button => (card.status === 'requested' ? approve : setRole).button(label, { userId: card.id, ...choice });

/** Which role: those below one's own. */
export const userRole = defineScreen({
  ...userRolePlace,
  load: ({ db }, { userId }) => findPersonCard(db, userId),
  render: (card, { t, person }) => ({
    text: t('user-role-question', { name: nameOf(card) }),
    rows: (person.role === null ? [] : grantableBy(person.role)).map((role) => {
      const label = t('role', { role });
      return [
        role === 'operator'
          ? operatorCodePlace.link(label, { userId: card.id })
          : give(card, label, { role }),
      ];
    }),
  }),
});

/** Codes are short: three fit a row. */
const CODES_PER_ROW = 3;

/** Which operator of the calls he is, so that he sees his own calls; may be left open. */
export const operatorCode = defineScreen({
  ...operatorCodePlace,
  load: async ({ db, now }, { userId }) => {
    const card = await findPersonCard(db, userId);
    return card && { card, codes: await listFreeOperatorCodes(db, now()) };
  },
  render: ({ card, codes }, { t }) => {
    const buttons = codes.map((code) =>
      give(card, t('user-code', { code }), { role: 'operator', operatorCode: code }),
    );
    return {
      text: t('user-code-question', { name: nameOf(card), count: codes.length }),
      rows: [
        ...buttons.flatMap((_, index) =>
          index % CODES_PER_ROW === 0 ? [buttons.slice(index, index + CODES_PER_ROW)] : [],
        ),
        [give(card, t('button-no-code'), { role: 'operator' })],
      ],
    };
  },
});
