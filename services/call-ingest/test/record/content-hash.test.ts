import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash } from '../../src/record/content-hash.js';
import type { IncomingCall } from '../../src/record/incoming-call.js';
import { callParser } from '../../src/record/parse-call.js';
import { givenRecord } from '../given-calls.js';

const callOf = (overrides: object = {}): IncomingCall => {
  const parsed = callParser({ zone: null, defaultSource: null })(givenRecord(1, overrides));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.call;
};
const hashOf = (overrides: object = {}, phoneHash: Buffer | null = null) =>
  contentHash(callOf(overrides), phoneHash).toString('hex');

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, shuffled(one)]),
  );
};

test('the order of keys never matters, everything else does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(canonicalJson(shuffled(one))).toBe(canonicalJson(one));
      const areEqual =
        JSON.stringify(shuffled(JSON.parse(canonicalJson(one)))) ===
        JSON.stringify(shuffled(JSON.parse(canonicalJson(other))));
      expect(canonicalJson(one) === canonicalJson(other)).toBe(areEqual);
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
