import type { Tx } from '@perezvon/db';
import { ENGINE_VERSION, rulesetHash } from '@perezvon/lm';
import { findRulesContent, findVersion, keepVersion } from '../store/rulesets.js';
import { filesOf } from './content.js';

/**
 * Keeps the content of a version that was made for another engine under the tag that this engine gives it, so that
 * scores with that tag can be explained.
 */
export const keepForThisEngine = async (tx: Tx, tag: string, tagHere: string): Promise<void> => {
  const version = await findVersion(tx, tag);
  const content = await findRulesContent(tx, tag);
  if (version === null || content === null) throw new Error(`the version ${tag} is not stored`);
  await keepVersion(tx, {
    tag: tagHere,
    engineVersion: ENGINE_VERSION,
    hash: rulesetHash(filesOf(content)),
    content,
    origin: version.origin,
    note: version.note,
  });
};
