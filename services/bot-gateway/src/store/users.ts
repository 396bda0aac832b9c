import type { Role, UserStatus } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';

/** A person as somebody decides about him. */
export interface UserAccess {
  id: number;
  role: Role | null;
  status: UserStatus;
  operatorCode: string | null;
}

/** Reads and locks a person until the end of the transaction: two decisions do not cross. null: no such person */
export const lockUser = async (tx: Tx, id: number): Promise<UserAccess | null> => {
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${id} FOR UPDATE`;
  return tx.user.findUnique({
    where: { id },
    select: { id: true, role: true, status: true, operatorCode: true },
  });
};

/** Whether somebody is the only superadmin with access. Locks them all: two removals at once cannot take both. */
export const isLastSuperadmin = async (tx: Tx, id: number): Promise<boolean> => {
  const superadmins = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM users WHERE role = 'superadmin' AND status = 'active' ORDER BY id FOR UPDATE`;
  return superadmins.length === 1 && superadmins[0]?.id === id;
};

/**
 * Whether another person with access answers calls under this code. Two people who are given it at the same moment: an
 * index lets one in, the other one's job is repeated and refused here.
 */
export const isOperatorCodeTaken = async (tx: Tx, code: string, exceptId: number): Promise<boolean> => {
  const holder = await tx.user.findFirst({
    where: { operatorCode: code, status: 'active', id: { not: exceptId } },
    select: { id: true },
  });
  return holder !== null;
};

/** Gives a person another access. */
export const updateAccess = async (
  tx: Tx,
  id: number,
  access: Partial<Omit<UserAccess, 'id'>>,
  now: Date,
): Promise<void> => {
  await tx.user.update({ where: { id }, data: { ...access, updatedAt: now } });
};
