import type { Tx } from '@perezvon/db';

export interface RulesetVersion {
  /** `v<semver>+<8 hex>` */
  tag: string;
  /** The engine's version, which the tag begins with. */
  engineVersion: string;
  /** SHA-256 over engine version and all rule files, hex. */
  hash: string;
  /** Every rule file by its name, so that an old score can be explained. */
  content: Record<string, string>;
}

/** Keeps a version of the rules and makes it the active one; the one before it is retired. */
export const activateRuleset = async (
  tx: Tx,
  { tag, hash, content, engineVersion }: RulesetVersion,
): Promise<void> => {
  await tx.lmRuleset.updateMany({
    where: { state: 'active', tag: { not: tag } },
    data: { state: 'retired' },
  });
  await tx.lmRuleset.upsert({
    where: { tag },
    create: { tag, hash, content, engineVersion, state: 'active' },
    update: { state: 'active' },
  });
};
