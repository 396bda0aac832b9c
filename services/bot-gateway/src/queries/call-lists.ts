export {
  CALL_LIST,
  CALL_LISTS,
  CHURN_GROUP,
  inPeriod,
  LIST_ORDERS,
  matching,
  UNKNOWN_SCORE,
  WITHOUT_OWNER,
  type CallGroup,
  type CallList,
  type ListFilter,
  type ListOrder,
} from '@perezvon/db/calls';
