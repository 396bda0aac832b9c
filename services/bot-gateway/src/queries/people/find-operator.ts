import { may } from '@perezvon/access';
import type { Db } from '@perezvon/db';
import { operatorKey } from '../../domain/operator-key.js';
import type { Person, PersonName } from '../../people/person.js';
import { findOperatorByKey } from './list-operators.js';
import { PERSON_NAME } from './person-name.js';

/**
 * The code of an operator whose work this person may look at: his own, or anybody's for who may view calls.
 * @returns null: it is not his business, or no call has such an operator
 */
export const findVisibleOperator = async (
  db: Db,
  { role, operatorCode }: Pick<Person, 'role' | 'operatorCode'>,
  key: number,
): Promise<string | null> => {
  if (operatorCode !== null && operatorKey(operatorCode) === key) return operatorCode;
  if (!may(role, 'calls.view')) return null;
  return (await findOperatorByKey(db, key))?.code ?? null;
};

/** Who answers calls under this code now; null: nobody with access. */
export const findOperatorUser = (db: Db, code: string): Promise<(PersonName & { id: number }) | null> =>
  db.user.findFirst({
    where: { operatorCode: code, status: 'active' },
    select: { id: true, ...PERSON_NAME },
  });
