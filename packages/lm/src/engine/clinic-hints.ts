import { NOT_OFFERED_RULE } from '../rules/apply-clinic.js';
import { SERVICE_RULE } from '../rules/clinic-references.js';
import type { Tags } from './tags.js';

/** The model knows this hint from the telephony's own analysis and bounds it: words of the call outweigh it. */
const NOT_TARGET = ['target=false'];
const NOTHING: readonly string[] = [];

/** A client who asks for what the clinic does not have, and for nothing that it has, is probably none of its clients. */
export const clinicHints = (tags: Tags): readonly string[] => {
  const asksInVain = tags.of(NOT_OFFERED_RULE).some(({ turn }) => turn.speaker === 'client');
  if (!asksInVain) return NOTHING;
  const asksForOurs = tags.of(SERVICE_RULE).some(({ turn }) => turn.speaker === 'client');
  return asksForOurs ? NOTHING : NOT_TARGET;
};
