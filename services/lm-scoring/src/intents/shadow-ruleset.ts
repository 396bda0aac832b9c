import { rulesetChanged, type rulesetShadow } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { keepForThisEngine } from '../rulesets/keep-for-this-engine.js';
import type { Rulesets } from '../rulesets/rulesets.js';
import { findVersion, lockActiveVersion, markState } from '../store/rulesets.js';

/** Scores new calls beside the active version from now on. */
export const shadowRuleset =
  (rulesets: Rulesets): IntentHandler<typeof rulesetShadow> =>
  async (intent, { tx }) => {
    const { tag } = intent.payload;
    const chosen = await findVersion(tx, tag);
    if (chosen === null) return refused('ruleset.not_found');
    // A language model has no rules to compile; its own part scores with it.
    const tagHere = chosen.kind === 'llm' ? tag : (await rulesets.compiled(tx, tag))?.tag;
    if (tagHere === undefined) return refused('ruleset.cannot_run');

    await lockActiveVersion(tx);
    const state = (await findVersion(tx, tagHere))?.state ?? null;
    if (state === 'active') return refused('ruleset.is_active');
    if (state === 'shadow') return refused('ruleset.already_shadow');
    if (tagHere !== tag) await keepForThisEngine(tx, tag, tagHere);
    await markState(tx, tagHere, 'shadow');
    return done(rulesetChanged.of({ tag: tagHere, state: 'shadow', previousTag: null }), {
      before: { rulesetState: state },
      after: { rulesetState: 'shadow' },
      subject: { kind: 'ruleset', id: tagHere },
    });
  };
