import { z } from 'zod';

/** `active`: decides, exactly one. `shadow`: scores beside it, for developers only. `retired`: kept, scores nothing. */
const RULESET_STATES = ['shadow', 'active', 'retired'] as const;
export const RulesetState = z.enum(RULESET_STATES);
export type RulesetState = z.infer<typeof RulesetState>;

/** Where a version's content comes from; see the enum of the schema. */
const RULESET_ORIGINS = ['shipped', 'published', 'calibrated', 'challenger'] as const;
export type RulesetOrigin = (typeof RULESET_ORIGINS)[number];
