export { findPersonal, type Audience, type PersonalKind, type PersonalRange } from './find-personal.js';
export { hideRanges, MASK, maskPersonal, personalRanges } from './mask-personal.js';
export { originalQuote, REDACTION_VERSION, redactTurns, type RedactedTurn } from './redact-turns.js';
export { saidPhones } from './said-phones.js';
export type { Range } from './words.js';
