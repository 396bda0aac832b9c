import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FRESH_MS, urgencyOf, type Urgency } from '../src/domain/urgency.js';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

const QUIET: Urgency = {
  complaintRisk: 0,
  churnRisk: 0,
  lostOpportunity: 0,
  needsCallback: false,
  clientCallNumber: null,
  waitedMs: HOUR_MS,
  isOwned: false,
};
const call = (what: Partial<Urgency>): number => urgencyOf({ ...QUIET, ...what });

const score = fc.option(fc.integer({ min: 0, max: 100 }));
const anyCall: fc.Arbitrary<Urgency> = fc.record({
  complaintRisk: score,
  churnRisk: score,
  lostOpportunity: score,
  needsCallback: fc.boolean(),
  clientCallNumber: fc.option(fc.integer({ min: 1, max: 9 })),
  waitedMs: fc.integer({ min: 0, max: 30 * DAY_MS }),
  isOwned: fc.boolean(),
});

test.each<[string, Partial<Urgency>, Partial<Urgency>]>([
  ['a complaint before a lost booking of the same score', { complaintRisk: 80 }, { lostOpportunity: 80 }],
  ['a complaint before a client who may leave', { complaintRisk: 80 }, { churnRisk: 80 }],
  ['both dangers before one', { complaintRisk: 70, churnRisk: 80 }, { complaintRisk: 95 }],
  ['what nobody has before what somebody has', { complaintRisk: 60 }, { complaintRisk: 95, isOwned: true }],
  [
    'a grave call that somebody has before a slight one',
    { complaintRisk: 95, isOwned: true },
    { needsCallback: true },
  ],
  [
    'a complaint that has waited before a new one',
    { complaintRisk: 80, waitedMs: 2 * DAY_MS },
    { complaintRisk: 85 },
  ],
  [
    'today’s lost booking before last week’s',
    { lostOpportunity: 70 },
    { lostOpportunity: 100, waitedMs: 7 * DAY_MS },
  ],
  [
    'a client who calls again about what hurt him before the worst first call',
    { complaintRisk: 60, clientCallNumber: 2 },
    { complaintRisk: 100, churnRisk: 100, lostOpportunity: 100, needsCallback: true, waitedMs: 0 },
  ],
  [
    'the same before a complaint that has waited for days',
    { complaintRisk: 60, clientCallNumber: 3 },
    { complaintRisk: 100, churnRisk: 100, clientCallNumber: 1, waitedMs: 5 * DAY_MS },
  ],
])('%s', (_, first, then) => {
  expect(call(first)).toBeGreaterThan(call(then));
});

test('under the yellow line, and unknown, there is no reason to listen', () => {
  expect(call({ complaintRisk: 29, churnRisk: null, lostOpportunity: 39 })).toBe(0);
});

test('more of anything never makes a call less urgent, and an owner never more', () => {
  fc.assert(
    fc.property(anyCall, fc.integer({ min: 0, max: 100 }), (one, more) => {
      const urgency = urgencyOf(one);
      for (const danger of ['complaintRisk', 'churnRisk', 'lostOpportunity'] as const)
        expect(urgencyOf({ ...one, [danger]: Math.max(one[danger] ?? 0, more) })).toBeGreaterThanOrEqual(
          urgency,
        );
      expect(urgencyOf({ ...one, needsCallback: true })).toBeGreaterThanOrEqual(urgency);
      expect(urgencyOf({ ...one, isOwned: true })).toBeLessThanOrEqual(urgency);
    }),
  );
});

test('with time risk only grows and a chance only fades, to its half in its half-life', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 100 }),
      fc.integer({ min: 0, max: 30 * DAY_MS }),
      fc.integer({ min: 0, max: 30 * DAY_MS }),
      (points, waitedMs, longer) => {
        const later = waitedMs + longer;
        expect(call({ complaintRisk: points, waitedMs: later })).toBeGreaterThanOrEqual(
          call({ complaintRisk: points, waitedMs }),
        );
        expect(call({ needsCallback: true, waitedMs: later })).toBeLessThanOrEqual(
          call({ needsCallback: true, waitedMs }),
        );
      },
    ),
  );
  expect(call({ lostOpportunity: 80, waitedMs: FRESH_MS })).toBeCloseTo(
    call({ lostOpportunity: 80, waitedMs: 0 }) / 2,
  );
});
