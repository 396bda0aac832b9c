export { may, rolesWith } from './permissions.js';
export { grantableBy, isBelow } from './ranks.js';
