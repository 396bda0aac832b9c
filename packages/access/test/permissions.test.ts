import { PERMISSIONS, ROLES, type Permission, type Role } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import { grantableBy, isBelow, may, rolesWith } from '../src/index.js';

test('nobody without a role may do anything', () => {
  expect(PERMISSIONS.filter((permission) => may(null, permission))).toEqual([]);
});

test('marketing sees aggregates and never a call', () => {
  expect(PERMISSIONS.filter((permission) => may('marketing', permission))).toEqual([
    'dashboard.view',
    'export.aggregated',
  ]);
});

const ADMINS: Role[] = ['admin', 'superadmin', 'supreme_dev'];
const OWNERS: Role[] = ['superadmin', 'supreme_dev'];
/** The design's table of roles, by hand. */
const HELD_BY: Record<Permission, Role[]> = {
  'work.own': ['operator', ...ADMINS],
  'dashboard.view': ['marketing', ...ADMINS],
  'export.aggregated': ['marketing', ...ADMINS],
  'calls.view': ADMINS,
  'assignments.manage': ADMINS,
  'compensation.propose': ADMINS,
  'export.detailed': ADMINS,
  'users.manage': ADMINS,
  'compensation.approve': OWNERS,
  'settings.manage': OWNERS,
  'audit.view': OWNERS,
  'data.erase': OWNERS,
  'lm.manage': ['supreme_dev'],
  'system.view': ['supreme_dev'],
};

test.each(PERMISSIONS.map((permission) => [permission, HELD_BY[permission]] as const))(
  '%s is held by %j and nobody else',
  (permission, roles) => {
    expect(rolesWith(permission)).toEqual(roles);
    expect(ROLES.filter((role) => may(role, permission))).toEqual(roles);
  },
);

test('a role can be given only by somebody above it, and supreme_dev by nobody', () => {
  expect(grantableBy('operator')).toEqual([]);
  expect(grantableBy('admin')).toEqual(['operator', 'marketing']);
  expect(grantableBy('supreme_dev')).toEqual(['operator', 'marketing', 'admin', 'superadmin']);
  expect(ROLES.filter((actor) => isBelow('supreme_dev', actor))).toEqual([]);
});

test('nobody decides about an equal', () => {
  expect(ROLES.filter((role) => isBelow(role, role))).toEqual([]);
});
