import type { DisputeState } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import type { Clinic } from '@perezvon/db/testing';

/** When these disputes are opened and decided, and what they are about. */
export const DISPUTED_AT = '2026-11-24T09:00:00Z';
export const DISPUTED_TAG = 'v1.0.0+00000000';

interface GivenDispute {
  state?: DisputeState;
  /** In the operator's own words; null: a reason by its code. */
  note?: string | null;
}

/** Stores the operator's dispute of a call's complaint, decided by the admin unless it is open. @returns its id */
export const givenDispute = async (
  db: DbClient,
  clinic: Clinic,
  historyId: number,
  { state = 'open', note = null }: GivenDispute = {},
): Promise<number> => {
  const words =
    note === null ? null : await db.note.create({ data: { authorId: clinic.operator.id, text: note } });
  const { id } = await db.scoreDispute.create({
    data: {
      historyId,
      metric: 'complaint_risk_flag',
      lmVersionTag: DISPUTED_TAG,
      revision: 1,
      rules: ['complaint.broken_promise'],
      reason: note === null ? 'other_meaning' : 'other',
      noteId: words?.id ?? null,
      openedById: clinic.operator.id,
      openedAt: DISPUTED_AT,
      state,
      ...(state !== 'open' && { decidedById: clinic.admin.id, decidedAt: DISPUTED_AT }),
    },
  });
  return id;
};
