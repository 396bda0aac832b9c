import {
  INTENTS,
  isOpenAssignment,
  type AssignmentKind,
  type AssignmentResult,
  type AssignmentState,
  type PersonMove,
} from '@perezvon/contracts';
import { clockAt, givenCall, givenClinic, silentLog, testDatabase } from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { handlers } from '../../src/handlers.js';

/** When everything of these tests happens. */
export const NOW = '2026-11-24T09:00:00.000Z';
/** Until when each assignment is to be done. */
export const DUE = '2026-11-24T12:00:00.000Z';
/** The deadline that a move asks for, unless the test says otherwise. */
export const LATER = '2026-11-24T18:00:00.000Z';
/** Until when a pause lasts. */
export const PAUSE_END = '2026-11-27T09:00:00.000Z';

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

/** Assignments, and the moves that people make of them. */
export const openMoves = async () => {
  const { db } = await testDatabase();
  const clinic = await givenClinic(db);

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

  return { db, clinic, givenAssignment, move, stored, published };
};
export type Moves = Awaited<ReturnType<typeof openMoves>>;
