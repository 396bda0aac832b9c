import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalForm } from '../../src/domain/canonical-form.js';
import { followOn, GENESIS, hashOf, type ChainedEntry, type LogRow } from '../../src/domain/chain.js';

const ENTRY: ChainedEntry = {
  seq: 1n,
  messageId: 'tg-1.2',
  at: new Date('2026-11-24T09:00:00.000Z'),
  actorId: 3,
  actorRole: 'admin',
  action: 'assignment.create',
  subjectKind: 'assignment',
  subjectId: '1',
  historyId: 500_123n,
  outcome: 'done',
  reason: null,
  before: null,
  after: { state: 'open', ownerId: 5, note: 'да' },
};

/** Written out by hand: whoever checks the log in another language starts from this. */
const FORM =
  '16:perezvon.audit.1,1:1,6:tg-1.2,24:2026-11-24T09:00:00.000Z,1:3,5:admin,17:assignment.create,' +
  '10:assignment,1:1,6:500123,4:done,-,-,42:{"note":"да","ownerId":5,"state":"open"},';

describe('the canonical form', () => {
  test('has the length of every field before it, counted in bytes', () => {
    expect(canonicalForm(ENTRY)).toBe(FORM);
  });

  test('does not depend on the order in which a database keeps the keys', () => {
    const after = { ownerId: 5, note: 'да', state: 'open' };

    expect(canonicalForm({ ...ENTRY, after })).toBe(FORM);
  });

  const text = fc.oneof(fc.string(), fc.constantFrom('', '-', '-,', '1:a,', ',', ':', '"', 'null'));
  const entry: fc.Arbitrary<ChainedEntry> = fc.record({
    seq: fc.bigInt({ min: 1n, max: 99n }),
    messageId: text,
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    actorId: fc.option(fc.nat(99)),
    actorRole: fc.option(text),
    action: text,
    subjectKind: text,
    subjectId: text,
    historyId: fc.option(fc.bigInt({ min: 0n, max: 99n })),
    outcome: text,
    reason: fc.option(text),
    before: fc.option(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)))),
    after: fc.option(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)))),
  });

  const isField = (name: string): name is keyof ChainedEntry => Object.hasOwn(ENTRY, name);

  test('of two entries that differ anywhere differs too', () => {
    const fields = fc.constantFrom(...Object.keys(ENTRY).filter(isField));
    fc.assert(
      fc.property(entry, entry, fields, (one, other, field) => {
        const changed = { ...one, [field]: other[field] };
        const isSame = JSON.stringify(sorted(changed[field])) === JSON.stringify(sorted(one[field]));
        expect(canonicalForm(changed) === canonicalForm(one)).toBe(isSame);
      }),
    );
  });

  test('cannot be made equal by moving text from one field to the next', () => {
    fc.assert(
      fc.property(entry, text, text, (one, a, b) => {
        const together = canonicalForm({ ...one, action: a + b, subjectKind: '' });
        const apart = canonicalForm({ ...one, action: a, subjectKind: b });
        expect(together === apart).toBe(b === '');
      }),
    );
  });
});

/** A value in a form that compares: big integers as text, objects by sorted keys. */
const sorted = (value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
};

describe('the chain', () => {
  const link = (entry: ChainedEntry, previous: Uint8Array): LogRow => ({
    ...entry,
    prevHash: previous,
    hash: hashOf(previous, entry),
  });
  const first = link(ENTRY, GENESIS.hash);

  test('hashes the previous hash and the canonical form', () => {
    const expected = createHash('sha256').update(Buffer.alloc(32)).update(FORM, 'utf8').digest('hex');

    expect(Buffer.from(first.hash).toString('hex')).toBe(expected);
  });

  test('goes on from entry to entry', () => {
    const second = link({ ...ENTRY, seq: 2n, messageId: 'tg-2.1' }, first.hash);

    expect(followOn(GENESIS, first)).toEqual({ kind: 'sound', head: { seq: 1n, hash: first.hash } });
    expect(followOn({ seq: 1n, hash: first.hash }, second)).toMatchObject({
      kind: 'sound',
      head: { seq: 2n },
    });
  });

  test.each<[string, LogRow, string]>([
    ['a missing row', link({ ...ENTRY, seq: 2n }, first.hash), 'row is missing'],
    [
      'another row before it',
      link(ENTRY, new Uint8Array(32).fill(1)),
      'row does not follow the one before it',
    ],
    ['a changed actor', { ...first, actorId: 4 }, 'row was changed after it was written'],
    [
      'a changed time',
      { ...first, at: new Date('2026-11-24T09:00:00.001Z') },
      'row was changed after it was written',
    ],
    ['a changed value', { ...first, after: { state: 'done' } }, 'row was changed after it was written'],
    ['another hash', { ...first, hash: new Uint8Array(32) }, 'row was changed after it was written'],
  ])('notices %s', (_, row, problem) => {
    expect(followOn(GENESIS, row)).toEqual({ kind: 'broken', at: { seq: 1n, problem } });
  });
});
