import type {
  AssignmentKind,
  AssignmentResult,
  AssignmentState,
  CalcProfile,
  ChurnLevel,
  Direction,
  Evidence,
  FeedbackVerdict,
  FollowupReason,
  LossReason,
  Outcome,
  RuledOut,
} from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { readEvidence, readRuledOut } from './explanation.js';

/** The current score of a call as its card shows it; every null is "not known", with the reason in the gates. */
export interface CardScore {
  lmVersionTag: string;
  calcProfile: CalcProfile;
  validDialogue: boolean;
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

export interface PersonName {
  firstName: string;
  lastName: string | null;
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
  /** The newest first, at most `MAX_ASSIGNMENTS`. */
  assignments: readonly CardAssignment[];
}

/** A card holds the last few; a call rarely has more than one of each kind. */
const MAX_ASSIGNMENTS = 5;
const MAX_LISTENERS = 5;

const PERSON_NAME = { select: { firstName: true, lastName: true } } as const;

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
    select: {
      lmVersionTag: true,
      calcProfile: true,
      validDialogue: true,
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
    },
  },
  marks: {
    where: { kind: 'listened' },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    take: MAX_LISTENERS,
    select: { userId: true, user: PERSON_NAME },
  },
  feedback: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { metric: true, verdict: true, lmVersionTag: true, userId: true },
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
      owner: PERSON_NAME,
    },
  },
} as const satisfies Prisma.CallSelect;

/** Everything that the card of one call shows; null: there is no such call. */
export const findCallCard = async (db: Db, historyId: number): Promise<CallCard | null> => {
  const call = await db.call.findUnique({ where: { historyId }, select: CALL_CARD });
  if (!call) return null;
  const { transcript, recordingUrl, scores, marks, ...row } = call;
  const [score] = scores;
  return {
    ...row,
    historyId,
    hasRecording: recordingUrl !== null,
    hasTranscript: transcript !== null,
    score: score
      ? { ...score, evidence: readEvidence(score.evidence), ruledOut: readRuledOut(score.ruledOut) }
      : null,
    listeners: marks.map(({ userId, user }) => ({ userId, ...user })),
  };
};
