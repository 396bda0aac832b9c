import { isBelow, may } from '@perezvon/access';
import type { UserStatus } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { operatorKey } from '../../domain/operator-key.js';
import { nameOf, type Person } from '../../people/person.js';
import { findPersonCard, type PersonCard } from '../../store/people-lists.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { auditLogPlace } from '../places/audit-log.js';
import { operatorPagePlace } from '../places/operators.js';
import { userCardPlace, userRolePlace } from '../places/people.js';
import { block, reject, unblock } from './user-actions.js';

/** Whether the reader may decide about somebody; the service looks again when he does. */
const decides = (person: Person, { id, role }: PersonCard): boolean =>
  person.id !== id && person.role !== null && isBelow(role, person.role);

/** What can be decided about somebody, by the state of his access. */
const decisions = (t: Translate, { id: userId, status }: PersonCard): Button[][] => {
  const closing = block.button(t('button-block'), { userId });
  const rows: Record<UserStatus, Button[][]> = {
    newcomer: [],
    requested: [
      [userRolePlace.link(t('button-approve'), { userId }), reject.button(t('button-reject'), { userId })],
      [closing],
    ],
    active: [[userRolePlace.link(t('button-role'), { userId }), closing]],
    rejected: [[closing]],
    blocked: [[unblock.button(t('button-unblock'), { userId })]],
  };
  return rows[status];
};

const whyNoDecision = (t: Translate, person: Person, card: PersonCard) => {
  if (decides(person, card)) return null;
  return t(person.id === card.id ? 'user-yourself' : 'user-above-you');
};

/** An operator's numbers, where it is known which one he is. */
const statistics = (t: Translate, { operatorCode }: PersonCard): Button[] =>
  operatorCode === null
    ? []
    : [operatorPagePlace.link(t('button-user-stats'), { operator: operatorKey(operatorCode), span: 'week' })];

/** The work that waits for him: who cannot do it any more leaves it to others, and nobody is reminded of it in time. */
const workLine = (t: Translate, { status, role, openWork }: PersonCard): Html | null => {
  if (openWork === 0) return null;
  const canWork = status === 'active' && may(role, 'work.own');
  return t('user-work', { count: openWork, reach: canWork ? 'own' : 'none' });
};

/** One person: who, which role and access, and what the reader may decide about him. */
export const userCard = defineScreen({
  ...userCardPlace,
  load: ({ db }, { userId }) => findPersonCard(db, userId),
  render: (card, { t, person, moment }) => ({
    text: lines(
      t('user-title', { name: nameOf(card) }),
      card.username === null ? null : t('user-username', { username: card.username }),
      '',
      t('user-status', { status: t(codeKey('status', card.status)) }),
      card.role === null ? null : t('user-role', { role: t('role', { role: card.role }) }),
      card.operatorCode === null ? null : t('user-operator', { code: card.operatorCode }),
      workLine(t, card),
      t('user-since', { at: moment(card.createdAt) }),
      whyNoDecision(t, person, card),
    ),
    rows: [
      ...(decides(person, card) ? decisions(t, card) : []),
      [...statistics(t, card), auditLogPlace.link(t('button-user-log'), { actorId: card.id })],
    ],
  }),
});
