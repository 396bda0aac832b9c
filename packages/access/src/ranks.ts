import { GRANTABLE_ROLES, type GrantableRole, type Role } from '@perezvon/contracts';

/** Operator and marketing stand side by side: neither is below the other, both are below an admin. */
const RANK: Record<Role, number> = { operator: 1, marketing: 1, admin: 2, superadmin: 3, supreme_dev: 4 };

/** Whether `actor` may decide about somebody who holds `role` (null: nobody yet). */
export const isBelow = (role: Role | null, actor: Role): boolean => role === null || RANK[role] < RANK[actor];

/** The roles that somebody may give: those below one's own. */
export const grantableBy = (actor: Role): GrantableRole[] =>
  GRANTABLE_ROLES.filter((role) => isBelow(role, actor));
