import type { rulesetActivate } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { makeActive } from '../rulesets/make-active.js';
import type { Rulesets } from '../rulesets/rulesets.js';
import { findVersion, lockActiveVersion } from '../store/rulesets.js';

/**
 * From the next batch of calls on, this version decides. Scores that are there keep their tag and stay current until a
 * rescore.
 */
export const activateRuleset =
  (rulesets: Rulesets): IntentHandler<typeof rulesetActivate> =>
  async (intent, { tx, now, actor }) => {
    const { tag } = intent.payload;
    const chosen = await findVersion(tx, tag);
    if (chosen === null) return refused('ruleset.not_found');
    if (chosen.kind === 'llm') return refused('ruleset.challenger_only');
    // Compiled before the lock: it takes a second, in which calls go on being scored.
    const engine = await rulesets.compiled(tx, tag);
    if (engine === null) return refused('ruleset.cannot_run');

    await lockActiveVersion(tx);
    if ((await findVersion(tx, engine.tag))?.state === 'active') return refused('ruleset.already_active');
    const { events, change } = await makeActive(tx, { tag, engine, at: now(), actorId: actor.id });
    return done(events, change);
  };
