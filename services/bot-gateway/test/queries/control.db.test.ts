import { createHash } from 'node:crypto';
import { isOpenAssignment, type AssignmentKind, type AssignmentState } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { CONTROL_LISTS, type ControlFilter, type ControlList } from '@perezvon/db/assignments';
import { periodEnding } from '@perezvon/db/calls';
import { givenClinic, testDatabase } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CONTROL_ROWS, type ControlRows } from '../../src/queries/control/control-rows.js';
import { findControlNumbers, listControlParts } from '../../src/queries/control/find-control.js';
import {
  countControlled,
  listControlled,
  type ControlCursor,
} from '../../src/queries/control/list-controlled.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const { since, until } = periodEnding(NOW, 7, 'Europe/Moscow');
const MINUTE_MS = 60_000;
/** Smaller than what is made: every list has pages. */
const PAGE = 6;

const hashOf = (name: string) => createHash('sha256').update(name).digest();

/** An assignment as a person would describe it. */
const ANY_ASSIGNMENT = fc.record({
  kind: fc.constantFrom('callback', 'callback', 'callback', 'review', 'training'),
  state: fc.constantFrom('done', 'done', 'open', 'in_progress', 'failed', 'cancelled'),
  owner: fc.nat(1),
  list: fc.constantFrom(...CONTROL_LISTS),
  // The last but one is the period's first moment, the last lies before it.
  given: fc.constantFrom(
    '2026-11-24T08:00:00Z',
    '2026-11-23T10:00:00Z',
    '2026-11-17T21:00:00Z',
    '2026-11-17T20:59:59Z',
  ),
  due: fc.constantFrom('2026-11-24T08:59:00Z', '2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z'),
  isPaused: fc.boolean(),
  /** Which of few clients it is about; null: his number is hidden. */
  client: fc.constantFrom('a', 'b', 'c', 'd', null),
  /** He names another number in the call. */
  names: fc.boolean(),
  isProven: fc.boolean(),
  isProofBooking: fc.boolean(),
  saysBooked: fc.boolean(),
  /** From the assignment to the talk, or to the owner's word. */
  minutes: fc.constantFrom(10, 60, 61, 300),
});
type Described = typeof ANY_ASSIGNMENT extends fc.Arbitrary<infer T> ? T : never;
type Made = Described & { id: number; historyId: number };

/** Which number each caller names: so that numbers make chains, and none is named by more than two. */
const NAMED = { a: 'b', b: 'x', c: 'x', d: 'c', hidden: 'a' } as const;
const namedBy = ({ client, names }: Described) => (names ? NAMED[client ?? 'hidden'] : null);

const isCallback = ({ kind }: { kind: AssignmentKind }) => kind === 'callback';
const isDone = ({ state }: { state: AssignmentState }) => state === 'done';
const isProven = (made: Described) => isCallback(made) && isDone(made) && made.isProven;
const inPeriod = ({ given }: Made) => new Date(given) >= since && new Date(given) < until;
const isOpen = ({ state }: Made) => isOpenAssignment(state);

/** What each number counts, told without SQL; clients who came back apart. */
const MODEL: Record<Exclude<ControlRows, 'booked_proven' | 'booked_said'>, (made: Made) => boolean> = {
  given: inPeriod,
  open: (made) => inPeriod(made) && isOpen(made),
  overdue: (made) => inPeriod(made) && isOpen(made) && new Date(made.due) < NOW,
  paused: (made) => inPeriod(made) && isOpen(made) && made.isPaused,
  proven: (made) => inPeriod(made) && isProven(made),
  said: (made) => inPeriod(made) && isCallback(made) && isDone(made) && !made.isProven,
  finished: (made) => inPeriod(made) && isDone(made) && !isCallback(made),
  failed: (made) => inPeriod(made) && made.state === 'failed',
  cancelled: (made) => inPeriod(made) && made.state === 'cancelled',
  left: (made) => !inPeriod(made) && isOpen(made),
};

/** Who is the same client as whom: names that stand in one callback belong together, and so on. */
const clientNames = (all: readonly Made[]): ((made: Made) => string) => {
  const names = new Map<string, string>();
  const nameOf = (name: string) => names.get(name) ?? name;
  for (const made of all) {
    const { client, historyId } = made;
    const named = namedBy(made);
    if (named !== null) {
      const [from, to] = [nameOf(client ?? `call ${historyId}`), nameOf(named)];
      for (const [known, stands] of names) if (stands === from) names.set(known, to);
      names.set(from, to);
    }
  }
  return ({ client, historyId }) => nameOf(client ?? `call ${historyId}`);
};

let db: DbClient;
let owners: number[];
beforeAll(async () => {
  ({ db } = await testDatabase());
  const { operator, otherOperator } = await givenClinic(db);
  owners = [operator.id, otherOperator.id];
});

/** Each assignment is of a call of its own; the call that proves it has the number after that one's. */
const FIRST_CALL = 600_000;
const isOfCall = (historyId: number, index: number) => historyId === FIRST_CALL + 2 * index;

const closedAtOf = ({ given, minutes }: Described) => new Date(Date.parse(given) + minutes * MINUTE_MS);

const rowsOf = (made: Described, index: number) => {
  const { kind, state, list, client } = made;
  const named = namedBy(made);
  const historyId = FIRST_CALL + 2 * index;
  const phone = { clientPhoneHash: client === null ? null : hashOf(client) };
  const call = { historyId, callDate: '2026-11-17T12:00:00Z', direction: 'inbound' as const, ...phone };
  const at = closedAtOf(made);
  const proof = { ...call, historyId: historyId + 1, callDate: at, direction: 'outbound' as const };
  return {
    calls: [call, ...(isProven(made) ? [proof] : [])].map((row) => ({
      ...row,
      contentHash: hashOf(String(row.historyId)),
    })),
    said: named === null ? [] : [{ historyId, phoneHash: hashOf(named) }],
    scores: isProven(made)
      ? [
          {
            historyId: historyId + 1,
            lmVersionTag: 'v1.0.0+00000000',
            revision: 1,
            isCurrent: true,
            callDate: at,
            calcProfile: 'default' as const,
            validDialogue: true,
            outcome: made.isProofBooking ? ('record' as const) : ('refusal' as const),
            gates: {},
            evidence: [],
            ruledOut: [],
          },
        ]
      : [],
    assignment: {
      historyId,
      kind,
      state,
      ownerId: owners[made.owner] ?? 0,
      givenById: owners[0] ?? 0,
      list: list === 'none' ? null : list,
      createdAt: made.given,
      dueAt: made.due,
      pausedUntil: made.isPaused ? '2026-11-24T09:00:01Z' : null,
      closedAt: isOpenAssignment(state) ? null : at,
      result: isDone(made) && isCallback(made) ? said(made) : null,
      verifiedByCall: isProven(made) ? historyId + 1 : null,
      verifiedAt: isProven(made) ? at : null,
    },
  };
};

const said = ({ saysBooked }: Described) => (saysBooked ? ('booked' as const) : ('thinking' as const));

/** Empties the tables and stores what was described. */
const store = async (described: readonly Described[]): Promise<Made[]> => {
  await db.assignment.deleteMany();
  await db.call.deleteMany();
  const rows = described.map(rowsOf);
  await db.call.createMany({ data: rows.flatMap(({ calls }) => calls) });
  await db.saidPhone.createMany({ data: rows.flatMap((row) => row.said) });
  await db.callScore.createMany({ data: rows.flatMap(({ scores }) => scores) });
  const ids = await db.assignment.createManyAndReturn({
    data: rows.map(({ assignment }) => assignment),
    select: { id: true, historyId: true },
  });
  return described.map((made, index) => ({
    ...made,
    historyId: FIRST_CALL + 2 * index,
    id: ids.find(({ historyId }) => isOfCall(Number(historyId), index))?.id ?? 0,
  }));
};

/** Goes through all pages and back again. */
const readPages = async (rows: ControlRows, filter: ControlFilter): Promise<number[]> => {
  const ids: number[] = [];
  let from: { cursor: ControlCursor; direction: 'on' } | null = null;
  for (;;) {
    const page = await listControlled(db, { rows, filter, now: NOW, from, limit: PAGE });
    ids.push(...page.rows.map(({ id }) => id));
    const last = page.rows.at(-1);
    if (!page.hasNext || last === undefined) break;
    from = { cursor: last.cursor, direction: 'on' };
  }
  if (from !== null) {
    const back = await listControlled(db, {
      rows,
      filter,
      now: NOW,
      from: { ...from, direction: 'back' },
      limit: 50,
    });
    expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, ids.indexOf(from.cursor.id)));
  }
  return ids;
};

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

test('every number is what a model counts, is as long as its list, and its parts add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ANY_ASSIGNMENT, { minLength: 10, maxLength: 30 }),
      fc.constantFrom<number | null>(null, 0, 1),
      fc.constantFrom<ControlList | null>(null, null, ...CONTROL_LISTS),
      async (described, owner, list) => {
        const all = await store(described);
        const filter: ControlFilter = {
          period: { since, until },
          ownerId: owner === null ? null : (owners[owner] ?? 0),
          list,
        };
        const chosen = all.filter(
          (made) => (owner === null || made.owner === owner) && (list === null || made.list === list),
        );

        const { counts, times, clients } = await findControlNumbers(db, filter, NOW);
        for (const rows of CONTROL_ROWS) {
          const ids = await readPages(rows, filter);
          expect(new Set(ids).size).toBe(ids.length);
          expect(await countControlled(db, { rows, filter, now: NOW })).toBe(ids.length);
          if (rows === 'booked_proven') expect(ids).toHaveLength(clients.low);
          else if (rows === 'booked_said') expect(ids).toHaveLength(clients.high - clients.low);
          else {
            expect([rows, counts[rows]]).toEqual([rows, ids.length]);
            const expected = chosen.filter(MODEL[rows]).map(({ id }) => id);
            expect(ids.toSorted((a, b) => a - b)).toEqual(expected);
          }
        }
        const { open, proven, said, finished, failed, cancelled } = counts;
        expect(open + proven + said + finished + failed + cancelled).toBe(counts.given);

        const called = chosen.filter((made) => MODEL.proven(made) || MODEL.said(made));
        expect(times).toMatchObject({
          callbacks: called.length,
          fromGiven: median(called.map(({ minutes }) => minutes)),
        });

        const parts = await listControlParts(db, 'list', { ...filter, list: null }, NOW);
        const owned = await listControlParts(db, 'owner', { ...filter, ownerId: null }, NOW);
        const wholes = await Promise.all([
          findControlNumbers(db, { ...filter, list: null }, NOW),
          findControlNumbers(db, { ...filter, ownerId: null }, NOW),
        ]);
        for (const [index, those] of [parts, owned].entries()) {
          const sum = (count: (part: (typeof those)[number]) => number) =>
            those.reduce((total, part) => total + count(part), 0);
          expect(sum((part) => part.counts.given)).toBe(wholes[index]?.counts.given);
          expect(sum((part) => part.counts.left)).toBe(wholes[index]?.counts.left);
          expect(sum((part) => part.times.callbacks)).toBe(wholes[index]?.times.callbacks);
          // No client stands in two lists, nor with two people.
          expect(sum((part) => part.clients.low)).toBe(wholes[index]?.clients.low);
          expect(sum((part) => part.clients.high)).toBe(wholes[index]?.clients.high);
        }

        const everything = await findControlNumbers(db, { ...filter, ownerId: null, list: null }, NOW);
        const done = all.filter((made) => MODEL.proven(made) || MODEL.said(made));
        const nameOf = clientNames(
          done.filter((made) => made.saysBooked || (made.isProven && made.isProofBooking)),
        );
        const heard = done.filter((made) => made.isProven && made.isProofBooking);
        const booked = done.filter((made) => made.saysBooked || heard.includes(made));
        expect(everything.clients).toEqual({
          low: new Set(heard.map(nameOf)).size,
          high: new Set(booked.map(nameOf)).size,
        });
      },
    ),
    { numRuns: 10, endOnFailure: true },
  );
});
