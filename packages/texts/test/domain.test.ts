import {
  ASSIGNMENT_KINDS,
  ASSIGNMENT_REASONS,
  ASSIGNMENT_RESULTS,
  ASSIGNMENT_STATES,
  CALC_PROFILES,
  CHURN_LEVELS,
  COMPENSATION_REASONS,
  COMPENSATION_STANDINGS,
  FOLLOWUP_REASONS,
  GATES,
  LOSS_REASONS,
  MARKETING_CHANNELS,
  METRICS,
  OUTCOMES,
  RULED_OUT_WHY,
  toldOutcome,
  TOLD_OUTCOMES,
} from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import { codeKey, DOMAIN_LOCALES, fillText, LANGUAGES, readBundle } from '../src/index.js';

/** Every code of the contracts that a person may read wherever it stands, by the kind of its text. */
const CODES = {
  outcome: TOLD_OUTCOMES,
  metric: Object.keys(METRICS),
  'metric-group': Object.values(METRICS)
    .map(({ group }) => group)
    .filter((group) => group !== 'provenance'),
  gate: GATES,
  'churn-level': CHURN_LEVELS,
  profile: CALC_PROFILES,
  followup: FOLLOWUP_REASONS,
  loss: LOSS_REASONS,
  'ruled-out': RULED_OUT_WHY,
  kind: ASSIGNMENT_KINDS,
  state: ASSIGNMENT_STATES,
  result: ASSIGNMENT_RESULTS,
  'assignment-reason': ASSIGNMENT_REASONS,
  channel: MARKETING_CHANNELS,
  'compensation-reason': COMPENSATION_REASONS,
  'compensation-standing': COMPENSATION_STANDINGS,
} satisfies Record<string, readonly string[]>;

/** A folder of texts that has none of its own: the second reading of the domain's. */
const NOTHING_MORE = new URL('./no-locales/', import.meta.url);

describe.each(LANGUAGES)('the domain speaks %s', (language) => {
  const bundle = readBundle(language, NOTHING_MORE);

  test.each(Object.entries(CODES))('every %s has its word', (kind, codes) => {
    expect(codes.map((code) => codeKey(kind, code)).filter((key) => !bundle.hasMessage(key))).toEqual([]);
  });

  test('a missing text is told, and its key stands in its place', () => {
    const problems: string[] = [];
    expect(fillText(bundle, 'no-such-text', {}, (problem) => problems.push(problem))).toBe('no-such-text');
    expect(problems).toEqual(['no text no-such-text']);
  });

  test('a text that stands twice stops the start', () => {
    expect(() => readBundle(language, DOMAIN_LOCALES)).toThrow(/domain\.ftl/);
  });
});

describe('what is told of a call', () => {
  test('only an incoming call that nobody answered was missed', () => {
    const call = { outcome: 'missed', direction: 'inbound', isUnread: false } as const;
    expect(toldOutcome(call)).toBe('missed');
    expect(toldOutcome({ ...call, direction: 'outbound' })).toBe('not_reached');
    expect(toldOutcome({ ...call, isUnread: true })).toBe('no_transcript');
    expect(toldOutcome({ ...call, isUnread: true, direction: 'outbound' })).toBe('no_transcript');
  });

  test.each(OUTCOMES.filter((outcome) => outcome !== 'missed'))('%s stays what it is', (outcome) => {
    expect(toldOutcome({ outcome, direction: 'outbound', isUnread: true })).toBe(outcome);
  });
});
