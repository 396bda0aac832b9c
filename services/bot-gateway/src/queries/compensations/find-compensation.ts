import type {
  AssignmentState,
  CompensationLimits,
  CompensationReason,
  CompensationState,
} from '@perezvon/contracts';
import { findCompensationLimits, sumApprovedCompensations, type Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import type { SpokenNote } from '../disputes/find-dispute.js';
import { PERSON_NAME } from '../people/person-name.js';

/** The assignment to pay a compensation. */
interface Payment {
  id: number;
  state: AssignmentState;
  ownerId: number;
  givenById: number;
  owner: PersonName;
  dueAt: Date;
  /** null: it is open. */
  closedAt: Date | null;
}

export interface CompensationCard {
  id: number;
  historyId: number;
  callDate: Date;
  operator: string | null;
  amountKopecks: number;
  /** What the call costs with it: itself and all that was approved for the call besides. */
  callKopecks: number;
  reason: CompensationReason;
  note: SpokenNote | null;
  state: CompensationState;
  proposedById: number;
  proposedBy: PersonName;
  proposedAt: Date;
  /** When those who can decide were reminded; null: they were not. */
  remindedAt: Date | null;
  /** null while it waits, with the two below. */
  decidedBy: PersonName | null;
  decidedAt: Date | null;
  decisionNote: SpokenNote | null;
  /** null: nothing is to be paid (yet). */
  payment: Payment | null;
  /** As they are now: what waits is decided by them. */
  limits: CompensationLimits;
}

const NAME = { select: PERSON_NAME } as const;
const NOTE = { select: { authorId: true, text: true } } as const;
const PAYMENT = {
  select: {
    id: true,
    state: true,
    ownerId: true,
    givenById: true,
    owner: NAME,
    dueAt: true,
    closedAt: true,
  },
} as const;

/** Everything about one compensation; null: there is none. */
export const findCompensation = async (db: Db, id: number): Promise<CompensationCard | null> => {
  const row = await db.compensation.findUnique({
    where: { id },
    include: {
      call: { select: { callDate: true, operator: true } },
      note: NOTE,
      decisionNote: NOTE,
      proposedBy: NAME,
      decidedBy: NAME,
      assignment: PAYMENT,
      reminders: {
        where: { message: { sentAt: { not: null } } },
        orderBy: { message: { sentAt: 'asc' } },
        take: 1,
        select: { message: { select: { sentAt: true } } },
      },
    },
  });
  if (row === null) return null;
  const { call, assignment: payment, reminders, ...compensation } = row;
  const historyId = Number(row.historyId);
  const approved = await sumApprovedCompensations(db, historyId);
  return {
    ...compensation,
    ...call,
    historyId,
    // Its own amount is among what was approved once it was.
    callKopecks: row.state === 'approved' ? approved : approved + row.amountKopecks,
    payment,
    remindedAt: reminders[0]?.message?.sentAt ?? null,
    limits: await findCompensationLimits(db),
  };
};
