import { rulesetChanged, type EventBody } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { CLINIC_FILE } from '@perezvon/lm';
import type { Change } from '@perezvon/messaging';
import { markAdditions } from '../store/additions.js';
import { findActiveVersion, findRulesContent, markActive } from '../store/rulesets.js';
import type { Engine } from './engine.js';
import { keepForThisEngine } from './keep-for-this-engine.js';

interface Activation {
  /** The stored version; one of another engine becomes active under the tag that this engine gives it. */
  tag: string;
  /** That version, compiled. */
  engine: Engine;
  at: Date;
  /** null: the system itself. */
  actorId: number | null;
}

/**
 * Makes a version the active one, and what the clinic added in it the additions in force.
 * The caller holds `lockActiveVersion`.
 * @returns what to tell, and what the log keeps
 */
export const makeActive = async (
  tx: Tx,
  { tag, engine, at, actorId }: Activation,
): Promise<{ events: EventBody[]; change: Change }> => {
  const previous = await findActiveVersion(tx);
  if (engine.tag !== tag) await keepForThisEngine(tx, tag, engine.tag);
  await markActive(tx, engine.tag, at);
  const additions = (await findRulesContent(tx, engine.tag))?.[CLINIC_FILE] ?? null;
  await markAdditions(tx, additions, { updatedById: actorId, at });
  return {
    events: [rulesetChanged.of({ tag: engine.tag, state: 'active', previousTag: previous?.tag ?? null })],
    change: {
      before: { activeRuleset: previous?.tag ?? null },
      after: { activeRuleset: engine.tag },
      subject: { kind: 'ruleset', id: engine.tag },
    },
  };
};
