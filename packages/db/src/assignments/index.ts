export {
  findCallbackTimes,
  findControlCounts,
  listCallbackTimesByList,
  listCallbackTimesByOwner,
  listControlByList,
  listControlByOwner,
  NO_CALLBACKS,
  type CallbackTimes,
  type ControlCounts,
} from './control-figures.js';
export {
  chosenBy,
  CONTROL_LISTS,
  CONTROL_MEASURES,
  countedBy,
  type ControlFilter,
  type ControlList,
  type ControlMeasure,
} from './control-measures.js';
export { listClientBookings } from './list-bookings.js';
export { clientsReturned, type ClientsReturned } from './money-returned.js';
