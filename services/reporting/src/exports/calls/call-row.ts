import type {
  AssignmentKind,
  CalcProfile,
  ChurnLevel,
  Direction,
  FollowupReason,
  LossReason,
  Outcome,
} from '@perezvon/contracts';
import type { RolledUpMetric } from '@perezvon/db/figures';

/** A call and its current score as an export reads them; every null is "not known". */
export type CallRow = Readonly<Record<RolledUpMetric, number | boolean | null>> & {
  historyId: bigint;
  callDate: Date;
  /** The code in the calls; null: nobody answered. */
  operator: string | null;
  direction: Direction;
  awaitSec: number | null;
  talkDuration: number | null;
  source: string | null;
  phoneLast4: string | null;
  outcome: Outcome;
  churnLevel: ChurnLevel | null;
  followupReason: FollowupReason | null;
  followupDueAt: Date | null;
  lossReason: LossReason | null;
  profile: CalcProfile;
  versionTag: string;
  /** As stored. */
  gates: unknown;
  evidence: unknown;
  /** The open assignment with the earliest deadline; null: nobody has the call. */
  ownerFirstName: string | null;
  ownerLastName: string | null;
  ownerKind: AssignmentKind | null;
  ownerDueAt: Date | null;
  isListened: boolean;
};
