import { z } from 'zod';
import { defineEvent } from '../define.js';
import { HistoryId, LmVersionTag } from '../domain/ids.js';
import { RulesetState } from '../domain/ruleset.js';

/** A version of the rules came into another state. An activation also names the version that it retired. */
export const rulesetChanged = defineEvent({
  type: 'ruleset.changed',
  version: 1,
  payload: z.object({
    tag: LmVersionTag,
    state: RulesetState,
    /** The version that was active before; null: there was none, or this is no activation. */
    previousTag: LmVersionTag.nullable(),
  }),
});

/** A call has its active score; the versions in shadow may score it when nothing else is waiting. */
export const callShadowDue = defineEvent({
  type: 'call.shadow_due',
  version: 1,
  priority: 'bulk',
  payload: z.object({ historyId: HistoryId, revision: z.int().positive() }),
});
