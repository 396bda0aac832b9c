import { may } from '@perezvon/access';
import type { Permission, Role, UserStatus } from '@perezvon/contracts';
import type { PersonName } from '@perezvon/texts';
import type { Language } from '../text/translate.js';

export { nameOf, type PersonName } from '@perezvon/texts';

/** Somebody who writes to the bot, as the database knows him now. */
export interface Person extends PersonName {
  id: number;
  telegramId: bigint;
  /** null until somebody approves. */
  role: Role | null;
  status: UserStatus;
  /** The code in the calls (`op-1`); null: no operator, or not known. */
  operatorCode: string | null;
  language: Language;
}

/**
 * Who may see a screen or press a button: the holders of a permission (of any of several), everybody with
 * access, or `anyone`, also without access.
 */
export type Access = Permission | readonly Permission[] | 'active' | 'anyone';

/** The first of the two checks: it draws. The service that acts checks again. */
export const mayOpen = (person: Pick<Person, 'role' | 'status'>, access: Access): boolean => {
  if (access === 'anyone') return true;
  if (person.status !== 'active') return false;
  if (access === 'active') return true;
  return [access].flat().some((permission) => may(person.role, permission));
};

/** Who is no operator has no statistics; an operator without a code reads there what to do about it. */
export const hasStats = ({ role, operatorCode }: Pick<Person, 'role' | 'operatorCode'>): boolean =>
  role === 'operator' || operatorCode !== null;
