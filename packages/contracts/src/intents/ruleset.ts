import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { LmVersionTag } from '../domain/ids.js';

// The content of a version is stored before (`npm run lm -- versions`); a message only names it.

const aboutRuleset = ({ tag }: { tag: string }): Subject => ({ kind: 'ruleset', id: tag });
const OneRuleset = z.object({ tag: LmVersionTag });

/** From the next call on, this version decides; the one before it is retired. */
export const rulesetActivate = defineIntent({
  type: 'ruleset.activate',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: OneRuleset,
  subject: aboutRuleset,
  refusals: ['ruleset.not_found', 'ruleset.already_active', 'ruleset.challenger_only', 'ruleset.cannot_run'],
});

/** Back to the version that was active before this one; the log's line names it. */
export const rulesetRollBack = defineIntent({
  type: 'ruleset.roll_back',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: z.object({}),
  subject: (): Subject => ({ kind: 'system', id: 'lm' }),
  refusals: ['ruleset.no_previous', 'ruleset.cannot_run'],
});

/** Scores new calls beside the active version; only developers see what it says. */
export const rulesetShadow = defineIntent({
  type: 'ruleset.shadow',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: OneRuleset,
  subject: aboutRuleset,
  refusals: ['ruleset.not_found', 'ruleset.is_active', 'ruleset.already_shadow', 'ruleset.cannot_run'],
});

/** Scores nothing any more; its content and its scores stay. */
export const rulesetRetire = defineIntent({
  type: 'ruleset.retire',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: OneRuleset,
  subject: aboutRuleset,
  refusals: ['ruleset.not_found', 'ruleset.is_active', 'ruleset.already_retired'],
});
