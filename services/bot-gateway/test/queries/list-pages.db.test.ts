import type { DbClient } from '@perezvon/db';
import { givenClinic, testDatabase } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { CALL_LISTS, LIST_ORDERS, periodEnding, type ListFilter } from '@perezvon/db/calls';
import fc from 'fast-check';
import { countFilters } from '../../src/queries/calls/count-call-lists.js';
import { listCalls, type ListCalls } from '../../src/queries/calls/list-calls.js';
import { listOperators } from '../../src/queries/people/list-operators.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const WEEK = periodEnding(NOW, 7, 'Europe/Moscow');
const FIRST_ID = 700_000;

/** A call as a person would describe it: what the lists are about, and nothing else. */
interface ModelCall {
  id: number;
  /** Few, so that many calls share one. */
  at: string;
  operator: string | null;
  complaint: number | null;
  isComplaint: boolean;
  lost: number | null;
  needsCallback: boolean;
  touched: 'no' | 'listened' | 'open' | 'closed';
}

const ANY_CALL = fc.record({
  // The last is before the week.
  at: fc.constantFrom(
    '2026-11-24T08:00:00.123Z',
    '2026-11-23T10:00:00Z',
    '2026-11-18T00:00:00Z',
    '2026-11-17T12:00:00Z',
  ),
  operator: fc.constantFrom('op-1', 'op-2', null),
  complaint: fc.constantFrom(60, 80, 100, null),
  isComplaint: fc.boolean(),
  lost: fc.constantFrom(0, 40, 60, 61, null),
  needsCallback: fc.boolean(),
  touched: fc.constantFrom('no', 'listened', 'open', 'closed'),
}) satisfies fc.Arbitrary<Omit<ModelCall, 'id'>>;

const ANY_CALLS = fc
  .array(ANY_CALL, { minLength: 5, maxLength: 40 })
  .map((calls) => calls.map((call, index): ModelCall => ({ ...call, id: FIRST_ID + index })));

const isInList: Record<ListFilter['list'], (call: ModelCall) => boolean> = {
  complaint: ({ isComplaint }) => isComplaint,
  followup: ({ needsCallback }) => needsCallback,
  lost: ({ lost }) => (lost ?? 0) >= 60,
};

type Choice = Pick<ListCalls, 'list' | 'withoutOwner' | 'untouched' | 'operator' | 'order'>;

/** What a list shows, told without SQL. */
const model = (
  calls: readonly ModelCall[],
  { list, withoutOwner, untouched, operator, order }: Choice,
): number[] => {
  const scoreOf = ({ complaint, lost }: ModelCall): number => (list === 'complaint' ? complaint : lost) ?? -1;
  return calls
    .filter(isInList[list])
    .filter(({ at }) => at > '2026-11-17T21:00')
    .filter(({ touched }) => !withoutOwner || touched === 'no' || touched === 'listened')
    .filter(({ touched }) => !untouched || touched === 'no')
    .filter((call) => operator === null || call.operator === operator.code)
    .toSorted(
      (a, b) =>
        (order === 'worst' ? scoreOf(b) - scoreOf(a) : 0) ||
        Date.parse(b.at) - Date.parse(a.at) ||
        b.id - a.id,
    )
    .map(({ id }) => id);
};

let db: DbClient;
let people: { admin: number; operator: number };
beforeAll(async () => {
  ({ db } = await testDatabase());
  const { admin, operator } = await givenClinic(db);
  people = { admin: admin.id, operator: operator.id };
});

/** These calls, and no others, stand in the database. */
const store = async (calls: readonly ModelCall[]): Promise<void> => {
  await db.$executeRaw`TRUNCATE calls CASCADE`;
  await db.call.createMany({
    data: calls.map(({ id, at, operator }) => ({
      historyId: id,
      callDate: at,
      operator,
      direction: 'inbound',
      contentHash: new Uint8Array([0]),
    })),
  });
  await db.callScore.createMany({
    data: calls.map(({ id, at, operator, complaint, isComplaint, lost, needsCallback }) => ({
      historyId: id,
      callDate: at,
      operator,
      lmVersionTag: 'v1.0.0+00000000',
      revision: 1,
      isCurrent: true,
      calcProfile: 'default',
      validDialogue: true,
      outcome: 'info_only',
      complaintRiskScore: complaint,
      complaintRiskFlag: isComplaint,
      lostOpportunityScore: lost,
      followupNeededFlag: needsCallback,
      gates: {},
      evidence: [],
      ruledOut: [],
    })),
  });
  const touched = (how: ModelCall['touched']) => calls.filter((call) => call.touched === how);
  await db.callMark.createMany({
    data: touched('listened').map(({ id }) => ({ historyId: id, kind: 'listened', userId: people.admin })),
  });
  const given = { kind: 'callback', ownerId: people.operator, givenById: people.admin, dueAt: NOW } as const;
  await db.assignment.createMany({
    data: [
      ...touched('open').map(({ id }) => ({ ...given, historyId: id, state: 'in_progress' as const })),
      ...touched('closed').map(({ id }) => ({
        ...given,
        historyId: id,
        state: 'done' as const,
        closedAt: NOW,
      })),
    ],
  });
};

/** Every page of a list from its first, then back again from the last. */
const walk = async (choice: Choice, limit: number): Promise<{ forth: number[][]; back: number[][] }> => {
  const read = (from: ListCalls['from']) => listCalls(db, { ...choice, period: WEEK, from, limit });
  const idsOf = ({ rows }: Awaited<ReturnType<typeof read>>) => rows.map(({ historyId }) => historyId);
  let page = await read(null);
  const forth = [idsOf(page)];
  for (let last = page.rows.at(-1); page.hasNext && last; last = page.rows.at(-1)) {
    page = await read({ cursor: last.cursor, direction: 'on' });
    forth.push(idsOf(page));
  }
  const back = [idsOf(page)];
  for (let first = page.rows[0]; page.hasPrevious && first; first = page.rows[0]) {
    page = await read({ cursor: first.cursor, direction: 'back' });
    back.unshift(idsOf(page));
  }
  return { forth, back };
};

const CHOICES: Choice[] = CALL_LISTS.flatMap((list) =>
  LIST_ORDERS.flatMap((order) =>
    [null, { code: 'op-1' }, { code: null }].flatMap((operator) =>
      [false, true].flatMap((withoutOwner) =>
        [false, true].map((untouched) => ({ list, order, operator, withoutOwner, untouched })),
      ),
    ),
  ),
);

test('with every filter and order the pages, forth and back, are the list cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(ANY_CALLS, fc.integer({ min: 1, max: 7 }), async (calls, limit) => {
      await store(calls);
      for (const choice of CHOICES) {
        const wanted = model(calls, choice);
        const { forth, back } = await walk(choice, limit);
        expect({ choice, ids: forth.flat() }).toEqual({ choice, ids: wanted });
        expect(forth.slice(0, -1).every((ids) => ids.length === limit)).toBe(true);
        expect(back.flat()).toEqual(wanted);
      }
    }),
    { numRuns: 6 },
  );
}, 60_000);

test('every button’s number is the length of the list behind it', async () => {
  await fc.assert(
    fc.asyncProperty(ANY_CALLS, async (calls) => {
      await store(calls);
      for (const { list, operator } of CHOICES) {
        const lengthOf = (filter: Pick<Choice, 'withoutOwner' | 'untouched'>): number =>
          model(calls, { list, operator, order: 'worst', ...filter }).length;
        expect(await countFilters(db, { list, period: WEEK, operator })).toEqual({
          all: lengthOf({ withoutOwner: false, untouched: false }),
          withoutOwner: lengthOf({ withoutOwner: true, untouched: false }),
          untouched: lengthOf({ withoutOwner: false, untouched: true }),
        });
      }
      const filter = { list: 'followup', withoutOwner: true, untouched: false } as const;
      for (const { code, count } of await listOperators(db, { ...filter, period: WEEK }))
        expect(count).toBe(model(calls, { ...filter, operator: { code }, order: 'worst' }).length);
    }),
    { numRuns: 3 },
  );
}, 60_000);
