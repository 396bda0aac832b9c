import { TRANSITIONS } from '@perezvon/access';
import { ASSIGNMENT_STATES, assignmentMoved, isOpenAssignment, PERSON_MOVES } from '@perezvon/contracts';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DUE, LATER, NOW, PAUSE_END, openMoves, type Moves } from '../support/moves.js';

let moves: Moves;
beforeAll(async () => {
  moves = await openMoves();
});
beforeEach(async () => {
  await moves.db.outbox.deleteMany();
});

describe('every move from every state does what the table says, and nothing else', () => {
  const everyMoveAndState = PERSON_MOVES.flatMap((name) =>
    ASSIGNMENT_STATES.map((state) => [name, state, TRANSITIONS[name].to[state] ?? null] as const),
  );

  test.each(everyMoveAndState)('%s from %s: %s', async (name, state, to) => {
    const isPaused = name === 'resume' && isOpenAssignment(state);
    const before = await moves.givenAssignment(state, { pausedUntil: isPaused ? PAUSE_END : null });

    expect(await moves.move(name, before.id)).toBe(to === null ? 'refused' : 'done');

    if (to === null) {
      expect(await moves.stored(before.id)).toEqual(before);
      expect(await moves.published('action.denied')).toMatchObject([
        { reason: 'assignment.move_not_allowed' },
      ]);
      return;
    }
    expect(await moves.stored(before.id)).toMatchObject({
      state: to,
      closedAt: isOpenAssignment(to) ? null : new Date(NOW),
    });
    expect(await moves.published('assignment.moved')).toMatchObject([
      { assignmentId: before.id, move: name, from: state, to, givenById: moves.clinic.admin.id },
    ]);
  });
});

describe('an operator acts on his own work only', () => {
  test.each([['accept'], ['start'], ['complete'], ['fail'], ['extend']] as const)('%s', async (name) => {
    const { id } = await moves.givenAssignment('open');

    expect(await moves.move(name, id, { actorId: moves.clinic.otherOperator.id })).toBe('refused');

    expect(await moves.stored(id)).toMatchObject({ state: 'open', dueAt: new Date(DUE) });
    expect(await moves.published('action.denied')).toMatchObject([
      { reason: 'assignment.not_yours', actorRole: 'operator' },
    ]);
  });

  test.each([['reassign'], ['cancel'], ['return']] as const)('and cannot %s even that', async (name) => {
    const { id } = await moves.givenAssignment(name === 'return' ? 'done' : 'open');

    expect(await moves.move(name, id, { actorId: moves.clinic.operator.id })).toBe('refused');
    expect(await moves.published('action.denied')).toMatchObject([{ reason: 'permission.missing' }]);
  });
});

describe('done', () => {
  test('a callback says what came of it', async () => {
    const { id } = await moves.givenAssignment('in_progress', { kind: 'callback' });

    expect(await moves.move('complete', id, { result: null })).toBe('refused');
    expect(await moves.published('action.denied')).toMatchObject([{ reason: 'assignment.result_missing' }]);

    expect(await moves.move('complete', id, { result: 'booked' })).toBe('done');
    expect(await moves.stored(id)).toMatchObject({ state: 'done', result: 'booked' });
  });

  test.each([
    ['review', 'booked', 'assignment.result_not_of_kind'],
    ['review', null, 'assignment.result_missing'],
    ['compensation', 'confirmed', 'assignment.result_not_of_kind'],
    ['compensation', null, null],
  ] as const)('of a %s with the result %s: %s', async (kind, result, reason) => {
    const { id } = await moves.givenAssignment('accepted', { kind });

    expect(await moves.move('complete', id, { result })).toBe(reason === null ? 'done' : 'refused');
    expect(await moves.published('action.denied')).toMatchObject(reason === null ? [] : [{ reason }]);
  });

  test('the log shows the states, the owner and the result before and after', async () => {
    const { id, historyId } = await moves.givenAssignment('in_progress', { kind: 'callback' });

    await moves.move('complete', id, { result: 'thinking' });

    const common = { ownerId: moves.clinic.operator.id, dueAt: DUE };
    expect(await moves.published('admin.action')).toEqual([
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
    const { id } = await moves.givenAssignment('in_progress');

    expect(await moves.move('reassign', id)).toBe('done');

    expect(await moves.stored(id)).toMatchObject({ state: 'open', ownerId: moves.clinic.otherOperator.id });
    expect(
      (await moves.published('assignment.moved')).map((payload) => assignmentMoved.payload.parse(payload)),
    ).toMatchObject([{ ownerId: moves.clinic.otherOperator.id, previousOwnerId: moves.clinic.operator.id }]);
  });

  test.each([
    ['the same person', () => moves.clinic.operator.id, 'assignment.same_owner'],
    ['who may hold no work', () => moves.clinic.marketing.id, 'assignment.owner_not_available'],
  ])('%s is refused', async (_, owner, reason) => {
    const { id } = await moves.givenAssignment('accepted');

    expect(await moves.move('reassign', id, { ownerId: owner() })).toBe('refused');

    expect(await moves.stored(id)).toMatchObject({ state: 'accepted', ownerId: moves.clinic.operator.id });
    expect(await moves.published('action.denied')).toMatchObject([{ reason }]);
  });
});

describe('another deadline', () => {
  test('is set by the owner, and by an admin who did not give the work', async () => {
    const { id } = await moves.givenAssignment('accepted');

    expect(
      await moves.move('extend', id, {
        actorId: moves.clinic.operator.id,
        dueAt: '2026-11-24T13:00:00.000Z',
      }),
    ).toBe('done');
    expect(await moves.move('extend', id, { actorId: moves.clinic.otherAdmin.id, dueAt: LATER })).toBe(
      'done',
    );

    expect(await moves.stored(id)).toMatchObject({ state: 'accepted', dueAt: new Date(LATER) });
  });

  test.each([
    ['2026-11-24T08:00:00.000Z', 'assignment.due_in_past'],
    ['2026-11-24T11:00:00.000Z', 'assignment.due_not_later'],
  ])('at %s is refused: %s', async (dueAt, reason) => {
    const { id } = await moves.givenAssignment('open');

    expect(await moves.move('extend', id, { dueAt })).toBe('refused');
    expect(await moves.published('action.denied')).toMatchObject([{ reason }]);
  });
});

test('an assignment that is not there', async () => {
  expect(await moves.move('accept', 999_999)).toBe('refused');
  expect(await moves.published('action.denied')).toMatchObject([{ reason: 'assignment.not_found' }]);
});

test('the owner finishing and the admin cancelling at the same moment: one of them, and the log agrees', async () => {
  const { id } = await moves.givenAssignment('in_progress');

  const results = await Promise.all([moves.move('complete', id), moves.move('cancel', id)]);

  expect(results.sort()).toEqual(['done', 'refused']);
  const [moved, ...more] = (await moves.published('assignment.moved')).map((payload) =>
    assignmentMoved.payload.parse(payload),
  );
  expect(more).toEqual([]);
  expect(await moves.stored(id)).toMatchObject({ state: moved?.to });
});
