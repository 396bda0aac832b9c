import type { GrantableRole, UserId } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { refused, type Refused } from '@perezvon/messaging';
import { findOperatorByKey } from '../queries/people/list-operators.js';
import { isOperatorCodeTaken } from '../store/users.js';

interface Choice {
  userId: UserId;
  role: GrantableRole;
  operatorKey?: number | undefined;
}

type Chosen =
  | { kind: 'chosen'; code: string | null }
  | Refused<'user.operator_unknown' | 'user.operator_code_taken'>;

/** Which operator of the calls a person becomes; null: none, as for every other role. One code has one person. */
export const chooseOperator = async (tx: Tx, { userId, role, operatorKey }: Choice): Promise<Chosen> => {
  if (role !== 'operator' || operatorKey === undefined) return { kind: 'chosen', code: null };
  const code = (await findOperatorByKey(tx, operatorKey))?.code ?? null;
  if (code === null) return refused('user.operator_unknown');
  if (await isOperatorCodeTaken(tx, code, userId)) return refused('user.operator_code_taken');
  return { kind: 'chosen', code };
};
