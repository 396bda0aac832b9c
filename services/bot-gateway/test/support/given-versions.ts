import type { DbClient, Prisma } from '@perezvon/db';
import { givenCall, givenScore } from '@perezvon/db/testing';

export const ACTIVE = 'v1.0.1+0000aaaa';
export const SHADOW = 'v1.0.1+0000bbbb';
export const RETIRED = 'v0.9.0+0000cccc';

/** Stores a version; archived and never active unless said. */
export const givenVersion = (db: DbClient, tag: string, data: Partial<Prisma.LmRulesetCreateInput>) =>
  db.lmRuleset.create({
    data: {
      tag,
      content: { 'name.yaml': tag },
      hash: tag,
      engineVersion: '1.0.1',
      state: 'retired',
      createdAt: '2026-11-20T08:00:00Z',
      ...data,
    },
  });

/** Stores the version that decides, one that is tried beside it, and the one that decided before. */
export const givenThreeVersions = async (db: DbClient): Promise<void> => {
  await givenVersion(db, ACTIVE, { state: 'active', activatedAt: '2026-11-20T09:00:00Z' });
  await givenVersion(db, SHADOW, { state: 'shadow', origin: 'published', note: 'больше слов о жалобах' });
  await givenVersion(db, RETIRED, { state: 'retired', activatedAt: '2026-11-10T09:00:00Z' });
};

/** A call that the active version takes for no complaint and the version in shadow for one. */
export const givenDisagreement = async (db: DbClient) => {
  const call = await givenCall(db);
  await givenScore(db, call, {
    lmVersionTag: ACTIVE,
    complaintRiskFlag: false,
    complaintRiskScore: 10,
    evidence: [],
  });
  await givenScore(db, call, { lmVersionTag: SHADOW, isCurrent: false });
  return call;
};

/** A call that both take for a complaint. */
export const givenAgreement = async (db: DbClient): Promise<void> => {
  const call = await givenCall(db);
  await givenScore(db, call, { lmVersionTag: ACTIVE });
  await givenScore(db, call, { lmVersionTag: SHADOW, isCurrent: false });
};
