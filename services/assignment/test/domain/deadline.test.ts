import { describe, expect, test } from '@jest/globals';
import { refusalOfDeadline, refusalOfExtension, returnedDeadline } from '../../src/domain/deadline.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const at = (iso: string) => new Date(iso);

test.each([
  ['2026-11-24T08:59:59Z', 'assignment.due_in_past'],
  ['2026-11-24T09:00:00Z', 'assignment.due_in_past'],
  ['2026-11-24T09:00:01Z', null],
])('a deadline at %s: %s', (dueAt, refusal) => {
  expect(refusalOfDeadline(at(dueAt), NOW)).toBe(refusal);
});

test.each([
  [
    'earlier than the present one',
    '2026-11-24T11:00:00Z',
    '2026-11-24T12:00:00Z',
    'assignment.due_not_later',
  ],
  ['the same', '2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z', 'assignment.due_not_later'],
  ['later', '2026-11-24T13:00:00Z', '2026-11-24T12:00:00Z', null],
  [
    'later than an overdue one, still past',
    '2026-11-24T08:30:00Z',
    '2026-11-24T08:00:00Z',
    'assignment.due_in_past',
  ],
  ['ahead, for an overdue one', '2026-11-24T10:00:00Z', '2026-11-24T08:00:00Z', null],
])('an extension to a moment %s', (_, dueAt, current, refusal) => {
  expect(refusalOfExtension(at(dueAt), { current: at(current), now: NOW })).toBe(refusal);
});

describe('work that is sent back', () => {
  const returned = (dueAt: string, openedAt: string, now: string) =>
    returnedDeadline({ dueAt: new Date(dueAt), openedAt: new Date(openedAt) }, new Date(now)).toISOString();

  test.each([
    [
      'keeps a deadline that lies ahead',
      '2026-11-24T12:00Z',
      '2026-11-24T09:00Z',
      '2026-11-24T11:59Z',
      '24T12:00',
    ],
    ['gets its three hours again', '2026-11-24T12:00Z', '2026-11-24T09:00Z', '2026-11-24T15:00Z', '24T18:00'],
    [
      'gets an hour for five minutes',
      '2026-11-24T09:05Z',
      '2026-11-24T09:00Z',
      '2026-11-24T15:00Z',
      '24T16:00',
    ],
    ['gets a day for a week', '2026-11-24T12:00Z', '2026-11-17T12:00Z', '2026-11-24T15:00Z', '25T15:00'],
  ])('%s', (_, dueAt, openedAt, now, expected) => {
    expect(returned(dueAt, openedAt, now)).toBe(`2026-11-${expected}:00.000Z`);
  });
});
