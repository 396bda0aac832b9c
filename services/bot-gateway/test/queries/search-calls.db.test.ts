import type { Turn } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { givenCall, testDatabase } from '@perezvon/db/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  plainLook,
  searchCalls,
  type FoundCursor,
  type SearchCalls,
  type SearchFilter,
} from '../../src/queries/search/search-calls.js';
import { areWordsSearchable, stretchesOf, wordsLook } from '../../src/queries/search/search-words.js';
import { visibleTurns } from '../../src/text/visible-words.js';

const FIRST_ID = 600_000;
const CLIENT = new Uint8Array(32).fill(5);
const EVERYTHING: SearchFilter = { words: null, clientPhoneHash: null, operator: null, period: null };

const said = (text: string, speaker: Turn['speaker'] = 'client'): Turn => ({ t: 4, speaker, text });
const search = (db: DbClient, filter: Partial<SearchCalls>, role: 'admin' | 'superadmin' = 'superadmin') =>
  searchCalls(db, {
    ...EVERYTHING,
    from: null,
    limit: 6,
    visible: (turns) => visibleTurns(turns, { role }),
    ...filter,
  });
const ids = ({ rows }: { rows: readonly { historyId: number }[] }): number[] =>
  rows.map(({ historyId }) => historyId);

/** A call as a person would describe it, and nothing else. */
interface ModelCall {
  id: number;
  at: string;
  operator: string | null;
  isClient: boolean;
  words: string;
}

const ANY_CALL = fc.record({
  // Some share a moment; some lie a day, months and years apart, on both sides of a step of the index.
  at: fc.constantFrom(
    '2026-11-24T08:00:00.123Z',
    '2026-11-24T08:00:00.122Z',
    '2026-11-23T23:59:59.999Z',
    '2026-11-24T00:00:00.000Z',
    '2026-11-10T10:00:00.000Z',
    '2026-09-01T10:00:00.000Z',
    '2024-02-29T10:00:00.000Z',
    '2019-05-05T10:00:00.000Z',
  ),
  operator: fc.constantFrom('op-1', "o'p \\2", null),
  isClient: fc.boolean(),
  words: fc.constantFrom('обещали перезвонить', 'перезвоните мне', 'добрый день'),
});
const ANY_CALLS = fc
  .array(ANY_CALL, { minLength: 5, maxLength: 40 })
  .map((calls) => calls.map((call, index): ModelCall => ({ ...call, id: FIRST_ID + index })));
const ANY_FILTER = fc.record({
  words: fc.constantFrom(null, 'перезвонить', 'обещал'),
  isClient: fc.boolean(),
  operator: fc.constantFrom(null, { code: 'op-1' }, { code: "o'p \\2" }, { code: null }),
  isNovember: fc.boolean(),
});
type Filter = typeof ANY_FILTER extends fc.Arbitrary<infer T> ? T : never;

const NOVEMBER = { since: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-11-24T08:00:00.123Z') };

/** What is found, told without SQL. */
const model = (calls: readonly ModelCall[], { words, isClient, operator, isNovember }: Filter): number[] =>
  calls
    .filter((call) => words === null || call.words.includes(words === 'обещал' ? 'обещали' : 'перезвон'))
    .filter((call) => !isClient || call.isClient)
    .filter((call) => operator === null || call.operator === operator.code)
    .filter(({ at }) => !isNovember || (new Date(at) >= NOVEMBER.since && new Date(at) < NOVEMBER.until))
    .toSorted((a, b) => b.at.localeCompare(a.at) || b.id - a.id)
    .map(({ id }) => id);

const add = async (db: DbClient, calls: readonly ModelCall[]): Promise<void> => {
  await db.call.createMany({
    data: calls.map(({ id, at, operator, isClient }) => ({
      historyId: id,
      callDate: at,
      direction: 'inbound',
      operator,
      clientPhoneHash: isClient ? CLIENT : null,
      contentHash: new Uint8Array(),
    })),
  });
  await db.callTranscript.createMany({
    data: calls.map(({ id, words }) => ({
      historyId: id,
      turns: [said('Здравствуйте', 'operator'), said(words)],
    })),
  });
};

/** Stores these calls instead of those that were there. */
const give = async (db: DbClient, calls: readonly ModelCall[]): Promise<void> => {
  await db.call.deleteMany();
  await add(db, calls);
};

/** All pages one after the other, and then all of them back. */
const readAll = async (db: DbClient, filter: Partial<SearchCalls>) => {
  const pages: number[][] = [];
  let from: SearchCalls['from'] = null;
  let first: FoundCursor | undefined;
  for (;;) {
    const page = await search(db, { ...filter, from, limit: 3 });
    expect(page.stoppedAt).toBeNull();
    expect(page.hasPrevious).toBe(pages.length > 0);
    pages.push(ids(page));
    first = page.rows[0]?.cursor ?? first;
    const last = page.rows.at(-1);
    if (!page.hasNext || !last) break;
    from = { cursor: last.cursor, direction: 'on' };
  }
  const back: number[][] = [pages.at(-1) ?? []];
  while (first && back.length < pages.length) {
    const page = await search(db, { ...filter, from: { cursor: first, direction: 'back' }, limit: 3 });
    back.unshift(ids(page));
    first = page.rows[0]?.cursor;
  }
  return { pages, back };
};

describe('finding calls', () => {
  let db: DbClient;
  beforeAll(async () => {
    ({ db } = await testDatabase());
  });

  test('pages hold what was asked for, each call once, the latest first, there and back', async () => {
    await fc.assert(
      fc.asyncProperty(ANY_CALLS, ANY_FILTER, async (calls, filter) => {
        await give(db, calls);
        const { pages, back } = await readAll(db, {
          words: filter.words,
          clientPhoneHash: filter.isClient ? CLIENT : null,
          operator: filter.operator,
          period: filter.isNovember ? NOVEMBER : null,
        });
        expect(pages.flat()).toEqual(model(calls, filter));
        expect(back).toEqual(pages);
      }),
      { numRuns: 25 },
    );
  });

  test('words are found in any form, in quotation marks together, a minus leaves out', async () => {
    await give(db, []);
    const first = await givenCall(db, { turns: [said('Вы обещали мне перезвонить и не перезвонили')] });
    const second = await givenCall(db, {
      turns: [said('перезвоните, вы же обещали'), said('ещё МРТ колена')],
    });
    const find = async (words: string) => ids(await search(db, { words })).toSorted((a, b) => a - b);
    expect(await find('обещание перезвонила')).toEqual([]);
    expect(await find('обещали ПЕРЕЗВОНИТЬ')).toEqual([first.historyId, second.historyId]);
    expect(await find('"обещали мне перезвонить"')).toEqual([first.historyId]);
    expect(await find('"обещали перезвонить"')).toEqual([]);
    expect(await find('обещали -мрт')).toEqual([first.historyId]);
    expect(await find('обещали -"перезвоните мрт"')).toEqual([first.historyId, second.historyId]);
    expect(await find('"обещали мне" -мрт')).toEqual([first.historyId]);
    expect(await find('обещали -"мрт колена"')).toEqual([first.historyId]);
    expect(await find('мрт')).toEqual([second.historyId]);
    // A speaker's role and a mark of the index are nobody's words.
    expect(await find('client')).toEqual([]);
    expect(await find('@op:op-1')).toEqual([]);
    const { rows } = await search(db, { words: 'колено обещать' });
    expect(rows[0]?.turn?.segments).toEqual([
      { text: 'перезвоните, вы же ', isHit: false },
      { text: 'обещали', isHit: true },
    ]);
  });

  test('what is hidden from a person finds no call for him', async () => {
    await give(db, []);
    const call = await givenCall(db, {
      turns: [
        said('Как вас зовут?', 'operator'),
        said('Парамонова Кристина, номер 89161234567'),
        said('Кристина, записала вас на приём', 'operator'),
      ],
    });
    for (const words of ['Парамонова', 'Кристине', '89161234567', 'парамонова приём']) {
      expect(ids(await search(db, { words }, 'superadmin'))).toEqual([call.historyId]);
      expect(ids(await search(db, { words }, 'admin'))).toEqual([]);
    }
    // Nor does leaving it out tell that it was said.
    for (const words of ['записала -Парамонова', 'записала -кристина', '"записала вас" -Парамонова'])
      expect(ids(await search(db, { words }, 'admin'))).toEqual([call.historyId]);
    const { rows } = await search(db, { words: 'записала номер' }, 'admin');
    expect(JSON.stringify(rows[0]?.turn)).not.toMatch(/Парамонова|8916/);
  });

  test('a page that would have to read too many calls stops, says where, and goes on from there', async () => {
    await give(db, []);
    await givenCall(db, { callDate: '2026-11-01T00:00:00Z', turns: [said('красная шапочка')] });
    await add(
      db,
      Array.from({ length: 200 }, (_, minute) => ({
        id: FIRST_ID + minute,
        at: new Date(Date.UTC(2026, 10, 20, 0, minute)).toISOString(),
        operator: 'op-1',
        isClient: false,
        words: 'шапочка совсем не красная',
      })),
    );
    const stopped = await search(db, { words: '"красная шапочка"' });
    expect(ids(stopped)).toEqual([]);
    expect(stopped.stoppedAt).not.toBeNull();
    const from = stopped.stoppedAt && ({ cursor: stopped.stoppedAt, direction: 'on' } as const);
    const next = await search(db, { words: '"красная шапочка"', from });
    expect(next.rows).toHaveLength(1);
    expect(next.stoppedAt).toBeNull();
  });

  test('a call that moved or changed hands is found where it is now', async () => {
    await give(db, []);
    const { historyId } = await givenCall(db, { operator: 'op-1', turns: [said('перезвоните')] });
    const at = new Date('2025-01-01T10:00:00Z');
    await db.call.update({ where: { historyId }, data: { operator: 'op-2', callDate: at } });
    const period = { since: at, until: new Date('2025-01-02T10:00:00Z') };
    expect(ids(await search(db, { words: 'перезвонить', operator: { code: 'op-2' }, period }))).toEqual([
      historyId,
    ]);
    expect(ids(await search(db, { words: 'перезвонить', operator: { code: 'op-1' } }))).toEqual([]);
    await db.callTranscript.update({ where: { historyId }, data: { turns: [said('спасибо')] } });
    expect(ids(await search(db, { words: 'перезвонить' }))).toEqual([]);
    expect(ids(await search(db, { words: 'спасибо' }))).toEqual([historyId]);
  });

  test.each([
    ['', false],
    ['и не', false],
    ['-жалоба', false],
    ['жалоба -мрт', true],
    ['"не обещали"', true],
    ['-"a b" жалоба', true],
    ["'; DROP TABLE calls; --", true],
    ['а'.repeat(200), true],
  ])('«%s» can be looked for: %s', async (words, isSearchable) => {
    expect(await areWordsSearchable(db, words)).toBe(isSearchable);
    if (isSearchable) expect((await search(db, { words })).rows).toEqual([]);
  });

  test('every look uses an index, in the order of the list', async () => {
    await db.$executeRaw`
      INSERT INTO calls (history_id, call_date, direction, operator, client_phone_hash, content_hash)
      SELECT i, timestamptz '2026-11-24' - i * interval '10 minutes', 'inbound', 'op-' || i % 7, sha256((i % 9)::text::bytea), ''
      FROM generate_series(1, 6000) AS i`;
    await db.$executeRaw`
      INSERT INTO call_transcripts (history_id, turns)
      SELECT i, jsonb_build_array(jsonb_build_object('t', 0, 'speaker', 'client', 'text', 'добрый день ' || i)) FROM generate_series(1, 6000) AS i`;
    await db.$executeRaw`ANALYZE calls`;
    await db.$executeRaw`ANALYZE call_transcripts`;
    const plan = async (statement: ReturnType<typeof plainLook>): Promise<string> =>
      JSON.stringify(await db.$queryRaw`EXPLAIN ${statement}`);
    const inOrder = async (filter: Partial<SearchFilter>): Promise<string> => {
      const steps = await plan(plainLook({ ...EVERYTHING, ...filter }, look));
      expect(steps).not.toContain('Sort');
      return steps;
    };
    const look = { from: null, direction: 'on', limit: 7 } as const;
    expect(await inOrder({ operator: { code: 'op-1' } })).toContain(
      'calls_operator_call_date_history_id_idx',
    );
    expect(await inOrder({ operator: { code: null } })).toContain('calls_operator_call_date_history_id_idx');
    expect(await inOrder({ clientPhoneHash: CLIENT })).toContain(
      'calls_client_phone_hash_call_date_history_id_idx',
    );
    expect(await inOrder({ period: NOVEMBER })).toContain('calls_call_date_history_id_idx');
    const [stretch] = stretchesOf({ since: new Date('2020-01-01'), until: new Date('2026-11-24') }, 'on');
    if (!stretch) throw new Error('a span has stretches');
    const words = wordsLook(stretch, { ...look, words: 'добрый "день"', operator: 'op-1' });
    expect(await plan(words)).toContain('call_transcripts_words');
  });
});

test('stretches cover a span without gap or overlap, few of them, the first within a day', () => {
  const moment = fc.date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, fc.constantFrom('on', 'back'), (one, other, direction) => {
      const span = { since: one < other ? one : other, until: one < other ? other : one };
      const stretches = stretchesOf(span, direction);
      const ordered = direction === 'on' ? stretches.toReversed() : stretches;
      expect(ordered[0]?.since ?? span.since).toEqual(span.since);
      expect(ordered.at(-1)?.until ?? span.until).toEqual(span.until);
      for (const [index, { since }] of ordered.entries())
        if (index > 0) expect(since).toEqual(ordered[index - 1]?.until);
      expect(stretches.length).toBeLessThan(20);
      const [first] = stretches;
      const dayOf = (ms: number): number => Math.floor(ms / 86_400_000);
      if (first) expect(dayOf(first.since.getTime())).toBe(dayOf(first.until.getTime() - 1));
    }),
  );
});
