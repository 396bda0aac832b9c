import { CONTROL_MEASURES, type ControlMeasure } from '@perezvon/db/assignments';

/** Clients who booked: a call proves it, or only the owner says so. */
export const BOOKING_ROWS = ['booked_proven', 'booked_said'] as const;
type BookingRows = (typeof BOOKING_ROWS)[number];

/** The numbers of the control screen that have a list of assignments behind them. */
export const CONTROL_ROWS = [...CONTROL_MEASURES, ...BOOKING_ROWS] as const;
export type ControlRows = ControlMeasure | BookingRows;

/** Whether they are clients who came back, and no assignments by their state. */
export const isBookingRows = (rows: ControlRows): rows is BookingRows =>
  BOOKING_ROWS.some((name) => name === rows);

/** Still to be done: by deadline, the earliest first. Everything else stands by when it was given, the latest first. */
const BY_DEADLINE: readonly ControlRows[] = ['open', 'overdue', 'paused', 'left'];
export const isByDeadline = (rows: ControlRows): boolean => BY_DEADLINE.includes(rows);
