import type { rulesetRollBack } from '@perezvon/contracts';
import { findPreviousRulesetTag } from '@perezvon/db';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { makeActive } from '../rulesets/make-active.js';
import type { Rulesets } from '../rulesets/rulesets.js';
import { lockActiveVersion } from '../store/rulesets.js';

/** Back to the rules that decided before these; done twice, it comes back to these. */
export const rollBackRuleset =
  (rulesets: Rulesets): IntentHandler<typeof rulesetRollBack> =>
  async (_intent, { tx, now, actor }) => {
    // Compiled before the lock: it takes a second, in which calls go on being scored.
    const expected = await findPreviousRulesetTag(tx);
    if (expected !== null) await rulesets.compiled(tx, expected);

    await lockActiveVersion(tx);
    const tag = await findPreviousRulesetTag(tx);
    if (tag === null) return refused('ruleset.no_previous');
    const engine = await rulesets.compiled(tx, tag);
    if (engine === null) return refused('ruleset.cannot_run');

    const { events, change } = await makeActive(tx, { tag, engine, at: now(), actorId: actor.id });
    return done(events, change);
  };
