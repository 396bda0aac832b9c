import { rulesetChanged, type rulesetRetire } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { findVersion, lockActiveVersion, markState } from '../store/rulesets.js';

/** Takes a version out of the shadow; its scores stay under its tag. */
export const retireRuleset: IntentHandler<typeof rulesetRetire> = async (intent, { tx }) => {
  const { tag } = intent.payload;
  await lockActiveVersion(tx);
  const chosen = await findVersion(tx, tag);
  if (chosen === null) return refused('ruleset.not_found');
  if (chosen.state === 'active') return refused('ruleset.is_active');
  if (chosen.state === 'retired') return refused('ruleset.already_retired');

  await markState(tx, tag, 'retired');
  return done(rulesetChanged.of({ tag, state: 'retired', previousTag: null }), {
    before: { rulesetState: chosen.state },
    after: { rulesetState: 'retired' },
  });
};
