import { TRANSITIONS } from '@perezvon/access';
import {
  ASSIGNMENT_STATES,
  assignmentMoved,
  INTENTS,
  isOpenAssignment,
  PERSON_MOVES,
  type AssignmentKind,
  type AssignmentResult,
  type AssignmentState,
  type PersonMove,
} from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  silentLog,
  testDatabase,
  until,
  type Clinic,
} from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handlers } from '../../src/handlers.js';
import { insertOpenAssignment } from '../../src/store/assignments.js';
import { lockCall } from '../../src/store/calls.js';

const NOW = '2026-11-24T09:00:00.000Z';
const DUE = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T18:00:00.000Z';
const PAUSE_END = '2026-11-27T09:00:00.000Z';

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.outbox.deleteMany();
});

const givenAssignment = async (
  state: AssignmentState,
  {
    kind = 'review',
    historyId,
    pausedUntil = null,
  }: { kind?: AssignmentKind; historyId?: number; pausedUntil?: string | null } = {},
) => {
  const call = historyId ?? (await givenCall(db)).historyId;
  const people = { ownerId: clinic.operator.id, givenById: clinic.admin.id };
  const closedAt = isOpenAssignment(state) ? null : new Date('2026-11-24T07:00:00.000Z');
  const row = { historyId: call, kind, state, ...people, dueAt: DUE, pausedUntil, closedAt };
  return db.assignment.create({ data: row });
};

interface Details {
  actorId?: number;
  ownerId?: number;
  dueAt?: string;
  result?: AssignmentResult | null;
}

/** What a reason is for each move that needs one. */
const REASON: Partial<Record<PersonMove, string>> = {
  fail: 'no_answer',
  extend: 'no_time',
  pause: 'client_asked',
  cancel: 'not_needed',
};
const BY_OWNER: readonly PersonMove[] = ['accept', 'start', 'complete', 'fail'];
let lastUpdate = 1_000;
const move = (name: PersonMove, assignmentId: number, details: Details = {}) => {
  const { actorId, ...payload } = details;
  lastUpdate += 1;
  const byDefault = BY_OWNER.includes(name) ? clinic.operator.id : clinic.admin.id;
  const context = { id: `tg-${lastUpdate}`, actorId: actorId ?? byDefault, at: new Date(NOW) };
  const common = { assignmentId, ownerId: clinic.otherOperator.id, dueAt: LATER, until: PAUSE_END };
  const all = { ...common, reason: REASON[name], result: 'confirmed', ...payload };
  const { type, version } = INTENTS[`assignment.${name}`];
  // Each schema takes of it what its move needs.
  const intent = {
    ...INTENTS['assignment.accept'].of({ assignmentId }, context),
    type,
    version,
    payload: all,
  };
  return processMessage('assignment', intent, handlers, { db, now: clockAt(NOW), log: silentLog });
};

const stored = (id: number) => db.assignment.findUniqueOrThrow({ where: { id } });
const published = async (type: string) =>
  (await outboxMessages(db)).filter((message) => message.type === type).map(({ payload }) => payload);

describe('every move from every state does what the table says, and nothing else', () => {
  const everyMoveAndState = PERSON_MOVES.flatMap((name) =>
    ASSIGNMENT_STATES.map((state) => [name, state, TRANSITIONS[name].to[state] ?? null] as const),
  );

  test.each(everyMoveAndState)('%s from %s: %s', async (name, state, to) => {
    const isPaused = name === 'resume' && isOpenAssignment(state);
    const before = await givenAssignment(state, { pausedUntil: isPaused ? PAUSE_END : null });

    expect(await move(name, before.id)).toBe(to === null ? 'refused' : 'done');

    if (to === null) {
      expect(await stored(before.id)).toEqual(before);
      expect(await published('action.denied')).toMatchObject([{ reason: 'assignment.move_not_allowed' }]);
      return;
    }
    expect(await stored(before.id)).toMatchObject({
      state: to,
      closedAt: isOpenAssignment(to) ? null : new Date(NOW),
    });
    expect(await published('assignment.moved')).toMatchObject([
      { assignmentId: before.id, move: name, from: state, to, givenById: clinic.admin.id },
    ]);
  });
});

describe('an operator acts on his own work only', () => {
  test.each([['accept'], ['start'], ['complete'], ['fail'], ['extend']] as const)('%s', async (name) => {
    const { id } = await givenAssignment('open');

    expect(await move(name, id, { actorId: clinic.otherOperator.id })).toBe('refused');

    expect(await stored(id)).toMatchObject({ state: 'open', dueAt: new Date(DUE) });
    expect(await published('action.denied')).toMatchObject([
      { reason: 'assignment.not_yours', actorRole: 'operator' },
    ]);
  });

  test.each([['reassign'], ['cancel'], ['return']] as const)('and cannot %s even that', async (name) => {
    const { id } = await givenAssignment(name === 'return' ? 'done' : 'open');

    expect(await move(name, id, { actorId: clinic.operator.id })).toBe('refused');
    expect(await published('action.denied')).toMatchObject([{ reason: 'permission.missing' }]);
  });
});

describe('done', () => {
  test('a callback says what came of it', async () => {
    const { id } = await givenAssignment('in_progress', { kind: 'callback' });

    expect(await move('complete', id, { result: null })).toBe('refused');
    expect(await published('action.denied')).toMatchObject([{ reason: 'assignment.result_missing' }]);

    expect(await move('complete', id, { result: 'booked' })).toBe('done');
    expect(await stored(id)).toMatchObject({ state: 'done', result: 'booked' });
  });

  test.each([
    ['review', 'booked', 'assignment.result_not_of_kind'],
    ['review', null, 'assignment.result_missing'],
    ['compensation', 'confirmed', 'assignment.result_not_of_kind'],
    ['compensation', null, null],
  ] as const)('of a %s with the result %s: %s', async (kind, result, reason) => {
    const { id } = await givenAssignment('accepted', { kind });

    expect(await move('complete', id, { result })).toBe(reason === null ? 'done' : 'refused');
    expect(await published('action.denied')).toMatchObject(reason === null ? [] : [{ reason }]);
  });

  test('the log shows the states, the owner and the result before and after', async () => {
    const { id, historyId } = await givenAssignment('in_progress', { kind: 'callback' });

    await move('complete', id, { result: 'thinking' });

    const common = { ownerId: clinic.operator.id, dueAt: DUE };
    expect(await published('admin.action')).toEqual([
      {
        action: 'assignment.complete',
        subject: { kind: 'assignment', id: String(id), historyId: Number(historyId) },
        actorRole: 'operator',
        before: { ...common, state: 'in_progress', result: null },
        after: { ...common, state: 'done', result: 'thinking' },
      },
    ]);
  });
});

describe('another owner', () => {
  test('begins anew; both hear of it', async () => {
    const { id } = await givenAssignment('in_progress');

    expect(await move('reassign', id)).toBe('done');

    expect(await stored(id)).toMatchObject({ state: 'open', ownerId: clinic.otherOperator.id });
    expect(
      (await published('assignment.moved')).map((payload) => assignmentMoved.payload.parse(payload)),
    ).toMatchObject([{ ownerId: clinic.otherOperator.id, previousOwnerId: clinic.operator.id }]);
  });

  test.each([
    ['the same person', () => clinic.operator.id, 'assignment.same_owner'],
    ['who may hold no work', () => clinic.marketing.id, 'assignment.owner_not_available'],
  ])('%s is refused', async (_, owner, reason) => {
    const { id } = await givenAssignment('accepted');

    expect(await move('reassign', id, { ownerId: owner() })).toBe('refused');

    expect(await stored(id)).toMatchObject({ state: 'accepted', ownerId: clinic.operator.id });
    expect(await published('action.denied')).toMatchObject([{ reason }]);
  });
});

describe('another deadline', () => {
  test('is set by the owner, and by an admin who did not give the work', async () => {
    const { id } = await givenAssignment('accepted');

    expect(await move('extend', id, { actorId: clinic.operator.id, dueAt: '2026-11-24T13:00:00.000Z' })).toBe(
      'done',
    );
    expect(await move('extend', id, { actorId: clinic.otherAdmin.id, dueAt: LATER })).toBe('done');

    expect(await stored(id)).toMatchObject({ state: 'accepted', dueAt: new Date(LATER) });
  });

  test.each([
    ['2026-11-24T08:00:00.000Z', 'assignment.due_in_past'],
    ['2026-11-24T11:00:00.000Z', 'assignment.due_not_later'],
  ])('at %s is refused: %s', async (dueAt, reason) => {
    const { id } = await givenAssignment('open');

    expect(await move('extend', id, { dueAt })).toBe('refused');
    expect(await published('action.denied')).toMatchObject([{ reason }]);
  });
});

describe('sent back', () => {
  test('it is open again, without the result it claimed', async () => {
    const { id } = await givenAssignment('in_progress', { kind: 'callback' });
    await move('complete', id, { result: 'booked' });

    expect(await move('return', id)).toBe('done');
    const openedAt = new Date(NOW);
    expect(await stored(id)).toMatchObject({ state: 'open', result: null, closedAt: null, openedAt });
  });

  test('but not beside another that was opened for the call meanwhile', async () => {
    const { id, historyId } = await givenAssignment('done');
    await givenAssignment('open', { historyId: Number(historyId) });

    expect(await move('return', id)).toBe('refused');
    expect(await published('action.denied')).toMatchObject([{ reason: 'assignment.already_open' }]);
  });

  const somebodyWaits = async () => {
    const waiting = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return waiting.length > 0;
  };

  test('nor beside one that somebody opens at the same moment', async () => {
    const { id, historyId } = await givenAssignment('done');
    let returning = Promise.resolve('');

    await withTransaction(db, async (tx) => {
      await lockCall(tx, Number(historyId));
      await insertOpenAssignment(
        tx,
        {
          historyId: Number(historyId),
          kind: 'review',
          ownerId: clinic.otherOperator.id,
          givenById: clinic.otherAdmin.id,
          dueAt: new Date(LATER),
          noteId: null,
          channel: null,
          list: null,
        },
        new Date(NOW),
      );
      returning = move('return', id);
      await until(somebodyWaits, { what: 'the return waits for the other' });
    });

    expect(await returning).toBe('refused');
    expect(await stored(id)).toMatchObject({ state: 'done' });
  });
});

test('an assignment that is not there', async () => {
  expect(await move('accept', 999_999)).toBe('refused');
  expect(await published('action.denied')).toMatchObject([{ reason: 'assignment.not_found' }]);
});

test('the owner finishing and the admin cancelling at the same moment: one of them, and the log agrees', async () => {
  const { id } = await givenAssignment('in_progress');

  const results = await Promise.all([move('complete', id), move('cancel', id)]);

  expect(results.sort()).toEqual(['done', 'refused']);
  const [moved, ...more] = (await published('assignment.moved')).map((payload) =>
    assignmentMoved.payload.parse(payload),
  );
  expect(more).toEqual([]);
  expect(await stored(id)).toMatchObject({ state: moved?.to });
});
