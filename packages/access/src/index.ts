export { decideMove, TRANSITIONS, type MoveDecision } from './assignment-moves.js';
export { may, rolesWith } from './permissions.js';
export { grantableBy, isBelow } from './ranks.js';
