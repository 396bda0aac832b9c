import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { makeCodec, MAX_CALLBACK_BYTES } from '../src/screens/codec.js';

const Params = z.object({
  historyId: z.int().positive(),
  days: z.literal([7, 14, 30]),
  filter: z.enum(['all', 'free', 'new']).optional(),
  mine: z.boolean(),
  code: z.string().max(6).nullable(),
  after: z.object({ at: z.int().min(0), score: z.int().min(0).max(100) }).optional(),
});
const codec = makeCodec('list', Params);

const anyParams: fc.Arbitrary<z.output<typeof Params>> = fc.record(
  {
    historyId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    days: fc.constantFrom(7 as const, 14 as const, 30 as const),
    filter: fc.constantFrom('all' as const, 'free' as const, 'new' as const),
    mine: fc.boolean(),
    code: fc.option(fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }).filter((s) => s.length <= 6)),
    after: fc.record({ at: fc.nat(), score: fc.integer({ min: 0, max: 100 }) }),
  },
  { requiredKeys: ['historyId', 'days', 'mine', 'code'] },
);

test('any params come back from a button as they went in, and fit it', () => {
  fc.assert(
    fc.property(anyParams, (params) => {
      const data = codec.pack(params);
      expect(codec.unpack(data)).toEqual(params);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(codec.maxBytes);
    }),
  );
});

test('a button holds the worst case of every screen that can be defined', () => {
  expect(codec.maxBytes).toBeLessThanOrEqual(MAX_CALLBACK_BYTES);
  expect(() => makeCodec('list', z.object({ code: z.string().max(30) }))).toThrow('a button holds 64');
  expect(() => makeCodec('list', z.object({ share: z.number() }))).toThrow('whole numbers');
});

test('a button of a screen whose params have changed since is not read as something else', () => {
  const before = makeCodec('list', z.object({ kind: z.enum(['callback', 'review']), id: z.int() }));
  const after = makeCodec('list', z.object({ kind: z.enum(['review', 'callback']), id: z.int() }));
  expect(after.unpack(before.pack({ kind: 'callback', id: 7 }))).toBeNull();
});

test('nothing that anybody could send as a button throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (rest) => {
      const head = codec.pack({ historyId: 1, days: 7, mine: true, code: null }).slice(0, 9);
      for (const data of [rest, `list.${rest}`, head + rest]) {
        const params = codec.unpack(data);
        if (params !== null) expect(codec.unpack(codec.pack(params))).toEqual(params);
      }
    }),
  );
});
