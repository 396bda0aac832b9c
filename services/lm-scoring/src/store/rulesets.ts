import type { RulesetOrigin, RulesetState } from '@perezvon/contracts';
import type { Db, Prisma, Tx } from '@perezvon/db';
import { RulesetContent } from '../rulesets/content.js';

/** A version as it is listed: all but its content. */
const VERSION = {
  tag: true,
  state: true,
  kind: true,
  origin: true,
  engineVersion: true,
  note: true,
} as const satisfies Prisma.LmRulesetSelect;
export type Version = Prisma.LmRulesetGetPayload<{ select: typeof VERSION }>;

/**
 * What lets a batch of scores and an activation wait for each other. An advisory lock and not one on the row: lockers of
 * a row overtake a waiting update, so that an import's batches could hold an activation up for as long as they follow
 * each other; this one is handed out in turn.
 */
const ACTIVE_VERSION_LOCK = 0x6c6d_7631;

/**
 * Until the end of the transaction the active version stays what it is. Any number of transactions hold it so. Taken
 * before any call is locked: in one order for all, or an activation between two of them would tie a knot.
 */
export const holdActiveVersion = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${ACTIVE_VERSION_LOCK}::bigint)`;
};

/** Waits until nobody holds the active version; until the end of the transaction this one alone may change it. */
export const lockActiveVersion = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ACTIVE_VERSION_LOCK}::bigint)`;
};

/** The versions that score, whatever engine they were made for. `shadows`: rules only, a language model scores elsewhere. */
export const findRunningTags = async (db: Db): Promise<{ active: string | null; shadows: string[] }> => {
  const rows = await db.$queryRaw<{ tag: string; state: RulesetState }[]>`
    SELECT tag, state::text AS state FROM lm_rulesets
    WHERE state IN ('active', 'shadow') AND kind = 'rules' ORDER BY tag`;
  return {
    active: rows.find(({ state }) => state === 'active')?.tag ?? null,
    shadows: rows.filter(({ state }) => state === 'shadow').map(({ tag }) => tag),
  };
};

/** Is this the version that decides? It stays so, or stays not so, until the end of the transaction. */
export const isActiveVersion = async (tx: Tx, tag: string): Promise<boolean> => {
  await holdActiveVersion(tx);
  return (await findRunningTags(tx)).active === tag;
};

export const findVersion = (db: Db, tag: string): Promise<Version | null> =>
  db.lmRuleset.findUnique({ where: { tag }, select: VERSION });

export const findActiveVersion = (db: Db): Promise<Version | null> =>
  db.lmRuleset.findFirst({ where: { state: 'active' }, select: VERSION });

/** Versions of the rules that are in shadow, by tag. */
export const listShadowVersions = (db: Db): Promise<Version[]> =>
  db.lmRuleset.findMany({
    where: { state: 'shadow', kind: 'rules' },
    orderBy: { tag: 'asc' },
    select: VERSION,
  });

/** @returns null: there is no such version, or a language model's, which has no rules */
export const findRulesContent = async (db: Db, tag: string): Promise<RulesetContent | null> => {
  const row = await db.lmRuleset.findUnique({ where: { tag, kind: 'rules' }, select: { content: true } });
  return row && RulesetContent.parse(row.content);
};

export interface NewVersion {
  /** `v<semver>+<8 hex>` */
  tag: string;
  /** The engine's version, which the tag begins with. */
  engineVersion: string;
  /** SHA-256 over engine version and all files, hex. */
  hash: string;
  /** Every file by its name, so that an old score can be explained. */
  content: RulesetContent;
  origin: RulesetOrigin;
  note: string | null;
}

/** Keeps a version that scores nothing yet. @returns false when it was kept before: it stays as it is */
export const keepVersion = async (tx: Tx, version: NewVersion): Promise<boolean> => {
  const { count } = await tx.lmRuleset.createMany({
    data: [{ ...version, state: 'retired' }],
    skipDuplicates: true,
  });
  return count === 1;
};

/** The one that was active is retired. The caller holds `lockActiveVersion`. */
export const markActive = async (tx: Tx, tag: string, at: Date): Promise<void> => {
  await tx.lmRuleset.updateMany({ where: { state: 'active' }, data: { state: 'retired' } });
  await tx.lmRuleset.update({ where: { tag }, data: { state: 'active', activatedAt: at } });
};

export const markState = async (tx: Tx, tag: string, state: 'shadow' | 'retired'): Promise<void> => {
  await tx.lmRuleset.update({ where: { tag }, data: { state } });
};
