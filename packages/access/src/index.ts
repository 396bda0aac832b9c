export { decideMove, TRANSITIONS, type MoveDecision } from './assignment-moves.js';
export {
  approveLimit,
  compensationObjection,
  decidersAmong,
  limitObjection,
  proposeLimit,
  type CompensationObjection,
} from './compensation-moves.js';
export { readsMasked } from './masking.js';
export { may, rolesWith } from './permissions.js';
export { grantableBy, isBelow } from './ranks.js';
