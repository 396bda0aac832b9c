import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../../src/record/content-hash.js';
import type { IncomingCall } from '../../src/record/incoming-call.js';
import { callParser } from '../../src/record/parse-call.js';
import { givenRecord } from '../given-calls.js';

const callFrom = (record: unknown): IncomingCall => {
  const parsed = callParser({ zone: null, defaultSource: null })(record);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.call;
};
const hashOf = (overrides: object = {}, phoneHash: Buffer | null = null) =>
  contentHash(callFrom(givenRecord(1, overrides)), phoneHash).toString('hex');

/** The same value with its keys in another order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, reversed(one)]);
  return Object.fromEntries(entries.toReversed());
};

test('the order of keys never matters, at any depth', () => {
  const record = fc.record({
    await_sec: fc.nat({ max: 1_000 }),
    operator: fc.string({ minLength: 1, maxLength: 10 }),
    transcript: fc.array(
      fc.record({ t: fc.nat(), speaker: fc.constantFrom('operator', 'client'), text: fc.string() }),
    ),
    upstream: fc.record({ outcome: fc.string(), is_target: fc.boolean(), call_score: fc.nat({ max: 10 }) }),
  });
  fc.assert(
    fc.property(record, (overrides) => {
      const [one, other] = [givenRecord(1, overrides), reversed(givenRecord(1, overrides))].map(callFrom);
      expect(JSON.stringify(reversed(overrides))).not.toBe(JSON.stringify(overrides));
      expect(one && contentHash(one, null)).toEqual(other && contentHash(other, null));
    }),
  );
});

test('the same moment written another way is the same content', () => {
  expect(hashOf({ call_date: '2026-11-24T11:05:00Z' })).toBe(
    hashOf({ call_date: '2026-11-24T14:05:00+03:00' }),
  );
});

test.each<[string, object]>([
  ['call_date', { call_date: '2026-11-24T14:05:01+03:00' }],
  ['direction', { direction: 'outbound' }],
  ['await_sec', { await_sec: 13 }],
  ['talk_duration', { talk_duration: null }],
  ['operator', { operator: null }],
  ['transcript', { transcript: [] }],
  ['no transcript', { transcript: null }],
  ['upstream', { upstream: null }],
  ['recording_url', { recording_url: '1.mp3' }],
  ['source', { source: '2ГИС' }],
])('another %s is other content', (_field, overrides) => {
  expect(hashOf(overrides)).not.toBe(hashOf());
});

test('another phone is other content', () => {
  expect(hashOf({}, Buffer.from('a'))).not.toBe(hashOf({}, Buffer.from('b')));
  expect(hashOf({}, Buffer.from('a'))).not.toBe(hashOf());
});
