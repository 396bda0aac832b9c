import { JudgedMetric, type DisputeReason, type DisputeState } from '@perezvon/contracts';
import { listInvolvedInDispute, type Db } from '@perezvon/db';
import type { PersonName } from '../../people/person.js';
import { CARD_SCORE, toCardScore, type CardScore } from '../calls/find-call-card.js';
import { PERSON_NAME } from '../people/person-name.js';

/** Words of a note with their author's id: whoever wrote them reads them unmasked. */
export interface SpokenNote {
  authorId: number;
  text: string;
}

export interface DisputeCard {
  id: number;
  historyId: number;
  callDate: Date;
  operator: string | null;
  metric: JudgedMetric;
  lmVersionTag: string;
  reason: DisputeReason;
  note: SpokenNote | null;
  openedById: number;
  openedBy: PersonName;
  openedAt: Date;
  state: DisputeState;
  /** null while it is open, with the two below. */
  decidedBy: PersonName | null;
  decidedAt: Date | null;
  decisionNote: SpokenNote | null;
  /** The disputed score as it is stored; null: it is not stored any more. */
  score: CardScore | null;
  /** The call has changed since, and so has this version's score: what is shown is not what was disputed. */
  hasChanged: boolean;
  /** Ids of those who may not decide it. */
  involved: ReadonlySet<number>;
}

const NAME = { select: PERSON_NAME } as const;
const NOTE = { select: { authorId: true, text: true } } as const;

/** Everything that both sides see of a dispute; null: there is no such one. */
export const findDispute = async (db: Db, id: number): Promise<DisputeCard | null> => {
  const row = await db.scoreDispute.findUnique({
    where: { id },
    include: {
      openedBy: NAME,
      decidedBy: NAME,
      note: NOTE,
      decisionNote: NOTE,
      call: { select: { callDate: true, operator: true } },
    },
  });
  if (row === null) return null;
  const { call, revision, ...dispute } = row;
  const historyId = Number(row.historyId);
  const metric = JudgedMetric.parse(row.metric);
  const score = await db.callScore.findUnique({
    where: { historyId_lmVersionTag: { historyId: row.historyId, lmVersionTag: row.lmVersionTag } },
    select: CARD_SCORE,
  });
  return {
    ...dispute,
    ...call,
    historyId,
    metric,
    score: score && toCardScore(score),
    hasChanged: score !== null && score.revision !== revision,
    involved: await listInvolvedInDispute(db, { historyId, metric, openedById: row.openedById }),
  };
};
