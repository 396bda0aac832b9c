import type { DbClient } from '@perezvon/db';
import { clockAt, givenCall, givenScore, type Clinic } from '@perezvon/db/testing';

/** When these judgements are made. */
export const JUDGED_AT = '2026-11-24T09:00:00Z';
export const JUDGED_TAG = 'v1.0.0+00000000';
/** One flag: a complaint. */
export const ONLY_COMPLAINT = {
  churnRiskScore: 10,
  churnRiskLevel: 'low',
  followupNeededFlag: false,
} as const;

type Verdicts = Partial<Record<keyof Clinic, 'confirm' | 'false_alarm' | 'missed'>>;

const NAMES = [
  'supremeDev',
  'superadmin',
  'admin',
  'otherAdmin',
  'operator',
  'otherOperator',
  'marketing',
] as const satisfies readonly (keyof Clinic)[];

/** Stores a scored call and what people of the clinic say of one metric of it. @returns its id */
export const givenJudged = async (
  db: DbClient,
  clinic: Clinic,
  verdicts: Verdicts,
  { metric = 'complaint_risk_flag', lmVersionTag = JUDGED_TAG, rules = ['complaint.wait'] } = {},
): Promise<number> => {
  const call = await givenCall(db);
  await givenScore(db, call, ONLY_COMPLAINT);
  const at = clockAt(JUDGED_AT)();
  for (const who of NAMES) {
    const verdict = verdicts[who];
    if (verdict === undefined) continue;
    await db.scoreFeedback.create({
      data: {
        historyId: call.historyId,
        metric,
        verdict,
        lmVersionTag,
        rules: verdict === 'missed' ? [] : rules,
        userId: clinic[who].id,
        createdAt: at,
        updatedAt: at,
      },
    });
  }
  return call.historyId;
};
