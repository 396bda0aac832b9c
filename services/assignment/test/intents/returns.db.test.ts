import { withTransaction } from '@perezvon/db';
import { until } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { insertOpenAssignment } from '../../src/store/assignments.js';
import { lockCall } from '../../src/store/calls.js';
import { LATER, NOW, openMoves, type Moves } from '../support/moves.js';

let moves: Moves;
beforeAll(async () => {
  moves = await openMoves();
});
beforeEach(async () => {
  await moves.db.outbox.deleteMany();
});

describe('sent back', () => {
  test('it is open again, without the result it claimed', async () => {
    const { id } = await moves.givenAssignment('in_progress', { kind: 'callback' });
    await moves.move('complete', id, { result: 'booked' });

    expect(await moves.move('return', id)).toBe('done');
    const openedAt = new Date(NOW);
    expect(await moves.stored(id)).toMatchObject({ state: 'open', result: null, closedAt: null, openedAt });
  });

  test('but not beside another that was opened for the call meanwhile', async () => {
    const { id, historyId } = await moves.givenAssignment('done');
    await moves.givenAssignment('open', { historyId: Number(historyId) });

    expect(await moves.move('return', id)).toBe('refused');
    expect(await moves.published('action.denied')).toMatchObject([{ reason: 'assignment.already_open' }]);
  });

  const somebodyWaits = async () => {
    const waiting = await moves.db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return waiting.length > 0;
  };

  test('nor beside one that somebody opens at the same moment', async () => {
    const { id, historyId } = await moves.givenAssignment('done');
    let returning = Promise.resolve('');

    await withTransaction(moves.db, async (tx) => {
      await lockCall(tx, Number(historyId));
      await insertOpenAssignment(
        tx,
        {
          historyId: Number(historyId),
          kind: 'review',
          ownerId: moves.clinic.otherOperator.id,
          givenById: moves.clinic.otherAdmin.id,
          dueAt: new Date(LATER),
          noteId: null,
          channel: null,
          list: null,
        },
        new Date(NOW),
      );
      returning = moves.move('return', id);
      await until(somebodyWaits, { what: 'the return waits for the other' });
    });

    expect(await returning).toBe('refused');
    expect(await moves.stored(id)).toMatchObject({ state: 'done' });
  });
});
