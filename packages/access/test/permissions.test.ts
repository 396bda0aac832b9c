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

test.each<[Permission, Role[]]>([
  ['calls.view', ['admin', 'superadmin', 'supreme_dev']],
  ['audit.view', ['superadmin', 'supreme_dev']],
  ['lm.manage', ['supreme_dev']],
  ['work.own', ['operator', 'admin', 'superadmin', 'supreme_dev']],
])('%s is held by %j', (permission, roles) => {
  expect(rolesWith(permission)).toEqual(roles);
});

test('a role can be given only by somebody above it, and supreme_dev by nobody', () => {
  expect(grantableBy('operator')).toEqual([]);
  expect(grantableBy('admin')).toEqual(['operator', 'marketing']);
  expect(grantableBy('supreme_dev')).toEqual(['operator', 'marketing', 'admin', 'superadmin']);
  expect(ROLES.filter((actor) => isBelow('supreme_dev', actor))).toEqual([]);
});

test('nobody decides about an equal', () => {
  expect(ROLES.filter((role) => isBelow(role, role))).toEqual([]);
});
