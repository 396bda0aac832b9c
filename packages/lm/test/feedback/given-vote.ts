import type { Vote } from '../../src/feedback/index.js';

/** Somebody says that a complaint was rightly raised, unless the overrides say otherwise. */
export const vote = (overrides: Partial<Vote>): Vote => ({
  historyId: 1,
  metric: 'complaint_risk_flag',
  userId: 1,
  says: true,
  wasRaised: true,
  rules: ['complaint.wait'],
  isRandom: false,
  isDecision: false,
  at: new Date('2026-11-24T09:00:00Z'),
  ...overrides,
});
