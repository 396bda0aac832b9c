import { PERMISSIONS, ROLES, type Permission, type Role } from '@perezvon/contracts';

const OPERATOR = ['work.own'] as const satisfies readonly Permission[];
const MARKETING = ['dashboard.view', 'export.aggregated'] as const satisfies readonly Permission[];
const ADMIN = [
  ...OPERATOR,
  ...MARKETING,
  'calls.view',
  'assignments.manage',
  'compensation.propose',
  'export.detailed',
  'users.manage',
] as const satisfies readonly Permission[];
const SUPERADMIN = [
  ...ADMIN,
  'compensation.approve',
  'settings.manage',
  'audit.view',
  'data.erase',
] as const satisfies readonly Permission[];

/** The design's table of roles. */
const PERMISSIONS_OF: Record<Role, ReadonlySet<Permission>> = {
  operator: new Set(OPERATOR),
  marketing: new Set(MARKETING),
  admin: new Set(ADMIN),
  superadmin: new Set(SUPERADMIN),
  supreme_dev: new Set(PERMISSIONS),
};

/** Whether a role may do something; nobody without a role may do anything. */
export const may = (role: Role | null, permission: Permission): boolean =>
  role !== null && PERMISSIONS_OF[role].has(permission);

/** Every role that holds a permission: whom to tell when somebody has to decide. */
export const rolesWith = (permission: Permission): Role[] =>
  ROLES.filter((role) => PERMISSIONS_OF[role].has(permission));
