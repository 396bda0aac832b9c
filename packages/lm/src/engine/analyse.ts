import type { CallRecord } from '@perezvon/contracts';
import { hintsOf } from '../model/hints.js';
import { logits, type Row } from '../model/linear-model.js';
import type { Ruleset } from '../rules/ruleset.js';
import { extractFeatures, type Features } from './features.js';
import { clinicHints } from './clinic-hints.js';
import { hideFromModel } from './hide-words.js';
import { matchCall } from './match.js';
import { readCall, type ReadCall } from './prepare.js';
import { applyScopes, type RuledOutHit } from './scopes.js';
import { indexTags } from './tags.js';
import { readState, type DialogueState } from './state.js';
import { readValidity, type Validity } from './validity.js';

/** A call read once: words, tags, what was set aside, state; `features` only for a real dialogue. */
export interface Analysis {
  readonly read: ReadCall;
  readonly ruledOut: readonly RuledOutHit[];
  readonly validity: Validity;
  readonly state: DialogueState;
  readonly features: Features;
}

export const analyse = (call: CallRecord, ruleset: Ruleset): Analysis => {
  const read = readCall(call, ruleset.lexicon);
  const { kept, ruledOut } = applyScopes(matchCall(read, ruleset), ruleset);
  const tags = indexTags(kept, ruleset);
  const validity = readValidity(read, tags);
  const state = readState(read, tags);
  const heard = ruleset.hidesWords ? hideFromModel(read, ruledOut) : read;
  const features: Features = validity.isDialogue ? extractFeatures(heard, kept, state.features, ruleset) : [];
  return { read, ruledOut, validity, state, features };
};

/** What the telephony's own analysis and the clinic's services hint at, as names of the model's hints. */
export const hintsIn = ({ read, state: { tags } }: Analysis): readonly string[] => [
  ...hintsOf(read.call.upstream),
  ...clinicHints(tags),
];

export const judge = (analysis: Analysis, { model }: Ruleset): Row =>
  logits(model, analysis.features, hintsIn(analysis));
