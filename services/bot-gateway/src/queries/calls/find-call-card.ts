import type {
  AssignmentKind,
  AssignmentResult,
  AssignmentState,
  CalcProfile,
  ChurnLevel,
  CompensationState,
  Direction,
  DisputeState,
  Evidence,
  FeedbackVerdict,
  FollowupReason,
  LossReason,
  Outcome,
  RuledOut,
} from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { findChainPlaces, isUnread, readEvidence, readRuledOut, type ChainPlace } from '@perezvon/db/calls';
import { findPromise, type CardPromise } from '../promises/find-promise.js';
import type { PersonName } from '../../people/person.js';
import { PERSON_NAME } from '../people/person-name.js';

/** The current score of a call as its card shows it; every null is "not known", with the reason in the gates. */
export interface CardScore {
  lmVersionTag: string;
  /** The revision of the call that was scored, and when. */
  revision: number;
  scoredAt: Date;
  calcProfile: CalcProfile;
  validDialogue: boolean;
  /** There was nothing to read: the transcript had not come. */
  isUnread: boolean;
  outcome: Outcome;
  complaintRiskScore: number | null;
  complaintRiskFlag: boolean | null;
  followupNeededFlag: boolean | null;
  followupReason: FollowupReason | null;
  followupDueAt: Date | null;
  lostOpportunityScore: number | null;
  lossReason: LossReason | null;
  churnRiskLevel: ChurnLevel | null;
  churnRiskScore: number | null;
  crossSellPotential: number | null;
  normalizedCallScore: number | null;
  scriptRiskIndex: number | null;
  evidence: readonly Evidence[];
  ruledOut: readonly RuledOut[];
}

export interface CardAssignment {
  id: number;
  kind: AssignmentKind;
  state: AssignmentState;
  dueAt: Date;
  result: AssignmentResult | null;
  ownerId: number;
  owner: PersonName;
}

/** What one person says of one metric. */
export interface CardFeedback {
  metric: string;
  verdict: FeedbackVerdict;
  /** The version whose score was judged. */
  lmVersionTag: string;
  userId: number;
}

/** An operator's objection to a metric of one of the call's scores. */
export interface CardDispute {
  id: number;
  metric: string;
  state: DisputeState;
  lmVersionTag: string;
  revision: number;
}

/** Money for the call's client. */
export interface CardCompensation {
  id: number;
  amountKopecks: number;
  state: CompensationState;
  /** How the assignment to pay it stands; null: there is none. */
  payment: AssignmentState | null;
}

export interface CallCard {
  historyId: number;
  callDate: Date;
  direction: Direction;
  operator: string | null;
  awaitSec: number | null;
  talkDuration: number | null;
  source: string | null;
  /** Last four digits of the client's number; null: not known. */
  clientPhoneLast4: string | null;
  hasRecording: boolean;
  hasTranscript: boolean;
  /** null: not scored yet. */
  score: CardScore | null;
  /** Who has listened to it, the first first. */
  listeners: readonly (PersonName & { userId: number })[];
  /** In the order it was said. */
  feedback: readonly CardFeedback[];
  /** In the order they were opened. */
  disputes: readonly CardDispute[];
  /** The newest first, at most `MAX_COMPENSATIONS`. */
  compensations: readonly CardCompensation[];
  /** Its place among the calls of its client. */
  chain: ChainPlace;
  /** What its operator promised the client; null: nothing. */
  promise: CardPromise | null;
  /** The newest first, at most `MAX_ASSIGNMENTS`. */
  assignments: readonly CardAssignment[];
}

/** A card holds the last few; a call rarely has more than one of each kind. */
const MAX_ASSIGNMENTS = 5;
const MAX_LISTENERS = 5;
const MAX_COMPENSATIONS = 5;

const NAME = { select: PERSON_NAME } as const;

/** What a score's part of a card is read with. */
export const CARD_SCORE = {
  lmVersionTag: true,
  revision: true,
  scoredAt: true,
  calcProfile: true,
  validDialogue: true,
  gates: true,
  outcome: true,
  complaintRiskScore: true,
  complaintRiskFlag: true,
  followupNeededFlag: true,
  followupReason: true,
  followupDueAt: true,
  lostOpportunityScore: true,
  lossReason: true,
  churnRiskLevel: true,
  churnRiskScore: true,
  crossSellPotential: true,
  normalizedCallScore: true,
  scriptRiskIndex: true,
  evidence: true,
  ruledOut: true,
} as const satisfies Prisma.CallScoreSelect;

/** A stored score as a card shows it. */
export const toCardScore = ({
  gates,
  ...row
}: Prisma.CallScoreGetPayload<{ select: typeof CARD_SCORE }>): CardScore => ({
  ...row,
  isUnread: isUnread(gates),
  evidence: readEvidence(row.evidence),
  ruledOut: readRuledOut(row.ruledOut),
});

const CALL_CARD = {
  historyId: true,
  callDate: true,
  direction: true,
  operator: true,
  awaitSec: true,
  talkDuration: true,
  source: true,
  clientPhoneLast4: true,
  recordingUrl: true,
  transcript: { select: { historyId: true } },
  scores: {
    where: { isCurrent: true },
    take: 1,
    select: CARD_SCORE,
  },
  marks: {
    where: { kind: 'listened' },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    take: MAX_LISTENERS,
    select: { userId: true, user: NAME },
  },
  feedback: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { metric: true, verdict: true, lmVersionTag: true, userId: true },
  },
  disputes: {
    orderBy: { id: 'asc' },
    select: { id: true, metric: true, state: true, lmVersionTag: true, revision: true },
  },
  compensations: {
    orderBy: { id: 'desc' },
    take: MAX_COMPENSATIONS,
    select: { id: true, amountKopecks: true, state: true, assignment: { select: { state: true } } },
  },
  assignments: {
    orderBy: [{ id: 'desc' }],
    take: MAX_ASSIGNMENTS,
    select: {
      id: true,
      kind: true,
      state: true,
      dueAt: true,
      result: true,
      ownerId: true,
      owner: NAME,
    },
  },
} as const satisfies Prisma.CallSelect;

/** The place of a call that is erased at this very moment. */
const ALONE: ChainPlace = { number: 0, others: 0 };

/** Everything that the card of one call shows; null: there is no such call. */
export const findCallCard = async (db: Db, historyId: number): Promise<CallCard | null> => {
  const call = await db.call.findUnique({ where: { historyId }, select: CALL_CARD });
  if (!call) return null;
  const { transcript, recordingUrl, scores, marks, compensations, ...row } = call;
  const [places, promise] = await Promise.all([findChainPlaces(db, [historyId]), findPromise(db, historyId)]);
  const [score] = scores;
  return {
    ...row,
    historyId,
    chain: places.get(historyId) ?? ALONE,
    promise,
    hasRecording: recordingUrl !== null,
    hasTranscript: transcript !== null,
    score: score ? toCardScore(score) : null,
    compensations: compensations.map(({ assignment, ...one }) => ({
      ...one,
      payment: assignment?.state ?? null,
    })),
    listeners: marks.map(({ userId, user }) => ({ userId, ...user })),
  };
};
