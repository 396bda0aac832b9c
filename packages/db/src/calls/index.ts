export {
  CALL_LIST,
  CALL_LISTS,
  CHURN_GROUP,
  inPeriod,
  LIST_ORDERS,
  matching,
  RANKS,
  type CallGroup,
  type CallList,
  type ListFilter,
  type ListOrder,
} from './call-lists.js';
export { chainOf, findChainPlaces, listChainCalls, type ChainCall, type ChainPlace } from './chain.js';
export { CHAIN_DAYS, clientNumbers, hasOtherNumbers, isOneClients, isPrivate } from './client-numbers.js';
export { readEvidence, readRuledOut, strongestOf } from './explanation.js';
export { markReturningComplaints } from './returning-complaints.js';
export { periodBefore, periodEnding, type Period } from './period.js';
export { SHOWN } from './rollup-rows.js';
export { isUnread, unreadAmong } from './unread.js';
