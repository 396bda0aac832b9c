import {
  TrainingMetric,
  TrainingPattern,
  type AssignmentKind,
  type AssignmentReason,
  type AssignmentResult,
  type AssignmentState,
  type CompensationReason,
  type MarketingChannel,
} from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { readEvidence, strongestOf } from '@perezvon/db/calls';
import type { PersonName } from '../../people/person.js';
import { findCallbackCalls, type CallbackCalls } from './find-callback-calls.js';
import type { WrittenWords } from '../../text/visible-words.js';
import { findSteps, type AssignmentStep } from './assignment-steps.js';
import { PERSON_NAME } from '../people/person-name.js';

export interface AssignmentCard {
  id: number;
  kind: AssignmentKind;
  state: AssignmentState;
  dueAt: Date;
  closedAt: Date | null;
  /** Nothing is expected of anybody until then; null: it is not paused. */
  pausedUntil: Date | null;
  /** How a marketing action reaches the client; null: it is none. */
  channel: MarketingChannel | null;
  /** What is to be done, in the giver's words; null: the kind says it. */
  words: WrittenWords | null;
  result: AssignmentResult | null;
  /** Why it failed, was dropped, rests or was put off the last time; null: nothing of it has happened. */
  reason: AssignmentReason | null;
  /** The same in somebody's own words; null: the reason says it. */
  reasonWords: WrittenWords | null;
  /** The later call that proves a callback; null: on the owner's word. */
  verifiedByCall: number | null;
  /** What the telephony knows of it; null: it is no callback. */
  callbackCalls: CallbackCalls | null;
  owner: PersonName & { id: number };
  givenBy: PersonName & { id: number };
  /** null: it is about no call. */
  call: { historyId: number; callDate: Date; operator: string | null } | null;
  /** What is taught to which operator of the calls; null: it is no training, or one that is not measured. */
  training: { operator: string; metric: TrainingMetric; pattern: TrainingPattern | null } | null;
  /** What is to be paid; null: it is no compensation. */
  compensation: { id: number; amountKopecks: number; reason: CompensationReason } | null;
  /** The words that count most in the call; null: there are none. */
  quote: string | null;
  /** The newest last. */
  steps: readonly AssignmentStep[];
}

const PERSON = { select: { id: true, ...PERSON_NAME } } as const;
const NOTE = { select: { text: true, authorId: true } } as const;

const trainingOf = (
  stored: { operator: string; metric: string; pattern: string | null } | null,
): AssignmentCard['training'] => {
  const metric = TrainingMetric.safeParse(stored?.metric);
  if (stored === null || !metric.success) return null;
  const { operator, pattern } = stored;
  return { operator, metric: metric.data, pattern: TrainingPattern.safeParse(pattern).data ?? null };
};

const ASSIGNMENT = {
  id: true,
  historyId: true,
  kind: true,
  state: true,
  dueAt: true,
  closedAt: true,
  pausedUntil: true,
  channel: true,
  note: NOTE,
  result: true,
  reason: true,
  reasonNote: NOTE,
  verifiedByCall: true,
  openedAt: true,
  owner: PERSON,
  givenBy: PERSON,
  training: { select: { operator: true, metric: true, pattern: true } },
  compensation: { select: { id: true, amountKopecks: true, reason: true } },
  call: {
    select: {
      callDate: true,
      operator: true,
      clientPhoneHash: true,
      saidPhones: { take: 1, select: { historyId: true } },
      scores: { where: { isCurrent: true }, take: 1, select: { evidence: true } },
    },
  },
} as const satisfies Prisma.AssignmentSelect;

/** One assignment with its call and its story; null: there is none. */
export const findAssignment = async (db: Db, id: number): Promise<AssignmentCard | null> => {
  const row = await db.assignment.findUnique({
    where: { id },
    select: ASSIGNMENT,
  });
  if (!row) return null;
  const { call, historyId, verifiedByCall, openedAt, note, reasonNote, training, ...assignment } = row;
  const evidence = readEvidence(call?.scores[0]?.evidence ?? []);
  return {
    ...assignment,
    words: note,
    training: trainingOf(training),
    reasonWords: reasonNote,
    verifiedByCall: verifiedByCall === null ? null : Number(verifiedByCall),
    callbackCalls:
      row.kind === 'callback' ? await findCallbackCalls(db, { id, verifiedByCall, openedAt }, call) : null,
    call: call && { historyId: Number(historyId), callDate: call.callDate, operator: call.operator },
    quote:
      strongestOf(
        evidence,
        evidence.map(({ metric }) => metric),
      )?.quote ?? null,
    steps: await findSteps(db, id, row.compensation?.id ?? null),
  };
};
