import type { RulesetOrigin, RulesetState } from '@perezvon/contracts';
import { findPreviousRulesetTag, type Db, type Prisma } from '@perezvon/db';
import { numberedPage, type NumberedPage } from '../page.js';
import { shadowDisagreement, type Disagreement } from './shadow-disagreement.js';

export interface VersionRow {
  tag: string;
  state: RulesetState;
  kind: 'rules' | 'llm';
  origin: RulesetOrigin;
  note: string | null;
  createdAt: Date;
  /** When it last became active; null: never. */
  activatedAt: Date | null;
}

const ROW = {
  tag: true,
  state: true,
  kind: true,
  origin: true,
  note: true,
  createdAt: true,
  activatedAt: true,
} as const satisfies Prisma.LmRulesetSelect;

/** As many as a phone shows with their notes. */
const PAGE_SIZE = 5;

type ListedVersion = VersionRow & { disagreement: Disagreement | null };

/**
 * One page of the stored versions: active, then in shadow, then retired; the newest first in each. There are as many as
 * releases and publications: tens.
 */
export const listVersions = async (db: Db, page: number): Promise<NumberedPage<ListedVersion>> => {
  const read = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM lm_rulesets
    ORDER BY array_position(ARRAY['active', 'shadow', 'retired'], state::text), created_at DESC, tag
    LIMIT ${PAGE_SIZE + 1} OFFSET ${page * PAGE_SIZE}`;
  const { rows: tags, ...place } = numberedPage(read, { page, size: PAGE_SIZE });
  const shown = tags.map(({ tag }) => tag);
  const found = await db.lmRuleset.findMany({ where: { tag: { in: shown } }, select: ROW });
  const byTag = new Map(found.map((row) => [row.tag, row]));
  const rows: ListedVersion[] = [];
  for (const tag of shown) {
    const row = byTag.get(tag);
    if (row === undefined) continue;
    rows.push({ ...row, disagreement: row.state === 'shadow' ? await shadowDisagreement(db, tag) : null });
  }
  return { rows, ...place };
};

/** The version that decides. @returns null before the first start of the scoring */
export const findActiveVersion = (db: Db): Promise<VersionRow | null> =>
  db.lmRuleset.findFirst({ where: { state: 'active' }, select: ROW });

export const findVersion = (db: Db, tag: string): Promise<VersionRow | null> =>
  db.lmRuleset.findUnique({ where: { tag }, select: ROW });

/** Where a roll-back leads. @returns null when no other rules were ever active */
export const findPreviousVersion = async (db: Db): Promise<VersionRow | null> => {
  const tag = await findPreviousRulesetTag(db);
  return tag === null ? null : findVersion(db, tag);
};
