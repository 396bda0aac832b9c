import type { Role } from '@perezvon/contracts';
import { mayOpen, type Access } from './people/person.js';
import { ACTIONS, SCREENS } from './screens/index.js';

/** What the buttons of the bot lead to, for tests that walk through all of it. */
export interface Destination {
  /** The first part of a button's `callback_data`. */
  id: string;
  kind: 'screen' | 'action';
  /** Whether somebody active with this role may go there; whether he has anything to see there is another question. */
  isFor: (role: Role) => boolean;
}

const destination = (id: string, kind: Destination['kind'], access: Access): Destination => ({
  id,
  kind,
  isFor: (role) => mayOpen({ role, status: 'active' }, access),
});

export const DESTINATIONS: readonly Destination[] = [
  ...SCREENS.map(({ id, permission }) => destination(id, 'screen', permission)),
  ...ACTIONS.map(({ id, permission }) => destination(id, 'action', permission ?? 'active')),
];
