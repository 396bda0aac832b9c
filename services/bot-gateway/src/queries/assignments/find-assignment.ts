import {
  RecordState,
  type AssignmentKind,
  type AssignmentResult,
  type AssignmentState,
} from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { readEvidence, strongestOf } from '@perezvon/db/calls';
import type { PersonName } from '../../people/person.js';

/** One line of an assignment's story, from the log. */
export interface AssignmentStep {
  at: Date;
  /** The intent's type: `assignment.create` … */
  action: string;
  /** null: the system, or somebody not known. */
  actor: PersonName | null;
  /** The deadline after a step that may change it; null: not noted. */
  dueAt: Date | null;
  /** The owner after the step; null: not noted. */
  owner: PersonName | null;
}

export interface AssignmentCard {
  id: number;
  kind: AssignmentKind;
  state: AssignmentState;
  dueAt: Date;
  closedAt: Date | null;
  result: AssignmentResult | null;
  /** The later call that proves a callback; null: on the owner's word. */
  verifiedByCall: number | null;
  owner: PersonName & { id: number };
  givenBy: PersonName & { id: number };
  /** null: it is about no call. */
  call: { historyId: number; callDate: Date; operator: string | null } | null;
  /** The words that count most in the call; null: there are none. */
  quote: string | null;
  /** The newest last, at most `MAX_STEPS`. */
  steps: readonly AssignmentStep[];
}

/** What fits a phone; the journal shows the rest. */
const MAX_STEPS = 6;

const PERSON = { select: { id: true, firstName: true, lastName: true } } as const;

const findSteps = async (db: Db, assignmentId: number): Promise<AssignmentStep[]> => {
  const entries = await db.adminActionLog.findMany({
    where: { subjectKind: 'assignment', subjectId: String(assignmentId), outcome: 'done' },
    // By the moment it happened: messages of one moment may reach the log in another order.
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: MAX_STEPS,
    select: { at: true, action: true, actorId: true, after: true },
  });
  const steps = entries.toReversed().map(({ after, ...entry }) => {
    const state = RecordState.safeParse(after).data ?? {};
    return {
      ...entry,
      dueAt: typeof state['dueAt'] === 'string' ? new Date(state['dueAt']) : null,
      ownerId: typeof state['ownerId'] === 'number' ? state['ownerId'] : null,
    };
  });
  const ids = steps.flatMap(({ actorId, ownerId }) => [actorId, ownerId]).filter((id) => id !== null);
  const people = await db.user.findMany({ where: { id: { in: ids } }, ...PERSON });
  const nameOf = (id: number | null): PersonName | null => people.find((person) => person.id === id) ?? null;
  return steps.map(({ at, action, actorId, ownerId, dueAt }) => ({
    at,
    action,
    dueAt,
    actor: nameOf(actorId),
    owner: nameOf(ownerId),
  }));
};

/** One assignment with its call and its story; null: there is none. */
export const findAssignment = async (db: Db, id: number): Promise<AssignmentCard | null> => {
  const row = await db.assignment.findUnique({
    where: { id },
    select: {
      id: true,
      historyId: true,
      kind: true,
      state: true,
      dueAt: true,
      closedAt: true,
      result: true,
      verifiedByCall: true,
      owner: PERSON,
      givenBy: PERSON,
      call: {
        select: {
          callDate: true,
          operator: true,
          scores: { where: { isCurrent: true }, take: 1, select: { evidence: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { call, historyId, verifiedByCall, ...assignment } = row;
  const evidence = readEvidence(call?.scores[0]?.evidence ?? []);
  return {
    ...assignment,
    verifiedByCall: verifiedByCall === null ? null : Number(verifiedByCall),
    call: call && { historyId: Number(historyId), callDate: call.callDate, operator: call.operator },
    quote:
      strongestOf(
        evidence,
        evidence.map(({ metric }) => metric),
      )?.quote ?? null,
    steps: await findSteps(db, id),
  };
};
