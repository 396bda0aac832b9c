import {
  assignmentCancel,
  assignmentExtend,
  assignmentFail,
  assignmentPause,
  assignmentResume,
} from '@perezvon/contracts';
import { givenCall } from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { givenNote, openService, type TestService } from '../support/service.js';

const NOW = '2026-11-24T09:00:00.000Z';
const DUE = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T18:00:00.000Z';
const FRIDAY = '2026-11-27T12:00:00.000Z';

let service: TestService;
beforeAll(async () => {
  service = await openService(NOW);
});
beforeEach(async () => {
  await service.db.outbox.deleteMany();
});

const given = async (row: { dueAt?: string; pausedUntil?: string } = {}): Promise<number> => {
  const { db, clinic } = service;
  const { historyId } = await givenCall(db);
  const people = { ownerId: clinic.operator.id, givenById: clinic.admin.id };
  const data = { historyId, kind: 'callback', state: 'accepted', dueAt: DUE, ...people, ...row } as const;
  return (await db.assignment.create({ data })).id;
};
const stored = (id: number) => service.db.assignment.findUniqueOrThrow({ where: { id } });

describe('a move that has to be explained', () => {
  test('keeps its reason, and the log knows it; the words themselves it does not', async () => {
    const { db, clinic, carryOut, by, published } = service;
    const id = await given();
    const noteId = await givenNote(db, clinic.operator.id);

    const fail = { assignmentId: id, reason: 'other', noteId } as const;
    expect(await carryOut(assignmentFail.of(fail, by(clinic.operator.id)))).toBeNull();

    expect(await stored(id)).toMatchObject({ state: 'failed', reason: 'other', reasonNoteId: noteId });
    const [line] = await published('admin.action');
    expect(line).toMatchObject({ after: { state: 'failed', assignmentReason: 'other', noteId } });
    expect(JSON.stringify(line)).not.toContain('просила');
  });

  test('of which "other" says nothing without words, nor with words of somebody else', async () => {
    const { db, clinic, carryOut, by } = service;
    const id = await given();
    const owner = clinic.operator.id;
    const other = { assignmentId: id, reason: 'other' } as const;

    expect(await carryOut(assignmentFail.of(other, by(owner)))).toBe('assignment.reason_missing');
    expect(await carryOut(assignmentExtend.of({ ...other, dueAt: LATER }, by(owner)))).toBe(
      'assignment.reason_missing',
    );
    expect(await carryOut(assignmentCancel.of(other, by(clinic.admin.id)))).toBe('assignment.reason_missing');
    expect(await carryOut(assignmentPause.of({ ...other, until: FRIDAY }, by(owner)))).toBe(
      'assignment.reason_missing',
    );
    const noteId = await givenNote(db, clinic.admin.id);
    expect(await carryOut(assignmentFail.of({ ...other, noteId }, by(owner)))).toBe('assignment.words_gone');
    expect(await stored(id)).toMatchObject({ state: 'accepted', reason: null });
  });

  test('has only reasons of its own', () => {
    const { clinic, by } = service;
    const wrong = { assignmentId: 1, reason: 'mistake' };
    expect(() => assignmentFail.payload.parse(wrong)).toThrow();
    expect(() => assignmentCancel.of({ ...wrong, reason: 'mistake' }, by(clinic.admin.id))).not.toThrow();
  });
});

describe('a pause', () => {
  const pause = (assignmentId: number, until: string) => {
    const wish = { assignmentId, until, reason: 'client_asked' } as const;
    return service.carryOut(assignmentPause.of(wish, service.by(service.clinic.operator.id)));
  };
  const resume = (assignmentId: number) =>
    service.carryOut(assignmentResume.of({ assignmentId }, service.by(service.clinic.admin.id)));

  test('moves the deadline along, and nothing is looked at before it is over', async () => {
    const id = await given();

    expect(await pause(id, FRIDAY)).toBeNull();

    expect(await stored(id)).toMatchObject({
      state: 'accepted',
      reason: 'client_asked',
      pausedUntil: new Date(FRIDAY),
      remindAt: new Date(FRIDAY),
      dueAt: new Date('2026-11-27T15:00:00.000Z'),
    });
  });

  test('ends early, by who gave the work too: the time that was left is left', async () => {
    const id = await given({ dueAt: '2026-11-27T14:00:00.000Z', pausedUntil: FRIDAY });

    expect(await resume(id)).toBeNull();

    const resumed = { pausedUntil: null, reason: null, dueAt: new Date('2026-11-24T11:00:00.000Z') };
    expect(await stored(id)).toMatchObject({ state: 'accepted', ...resumed });
    expect(await resume(id)).toBe('assignment.not_paused');
  });

  test('until a moment that has come is none', async () => {
    const id = await given();
    expect(await pause(id, NOW)).toBe('assignment.pause_in_past');
    expect(await stored(id)).toMatchObject({ pausedUntil: null, dueAt: new Date(DUE) });
  });

  test('is over with the work', async () => {
    const id = await given({ dueAt: LATER, pausedUntil: FRIDAY });
    const cancel = { assignmentId: id, reason: 'client_came' } as const;
    expect(
      await service.carryOut(assignmentCancel.of(cancel, service.by(service.clinic.admin.id))),
    ).toBeNull();
    expect(await stored(id)).toMatchObject({ state: 'cancelled', pausedUntil: null, remindAt: null });
  });
});
