import type { Db } from './client.js';

/**
 * The version of the rules that a roll-back leads to: the one that was active before the one that is now. One with the
 * same content is passed over: going back from a new engine to the same rules under the old engine's tag would change
 * nothing.
 * @returns its tag; null when no other rules were ever active
 */
export const findPreviousRulesetTag = async (db: Db): Promise<string | null> => {
  const [previous] = await db.$queryRaw<{ tag: string }[]>`
    SELECT before.tag FROM lm_rulesets before
    LEFT JOIN lm_rulesets active ON active.state = 'active'
    WHERE before.activated_at IS NOT NULL AND before.state <> 'active'
      AND before.content IS DISTINCT FROM active.content
    ORDER BY before.activated_at DESC LIMIT 1`;
  return previous?.tag ?? null;
};
