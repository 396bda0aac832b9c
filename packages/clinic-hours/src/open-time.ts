import { dayOf, openingsFrom, type Clinic, type Opening } from './clinic.js';

const MINUTE_MS = 60_000;

const currentOrNext = (at: Date, clinic: Clinic): Opening => {
  for (const opening of openingsFrom(at, clinic)) return opening;
  throw new Error('Openings have no end');
};

/** Whether somebody works at the clinic at this moment. */
export const isOpen = (at: Date, clinic: Clinic): boolean => currentOrNext(at, clinic).opensAt <= at;

/** The first moment from `at` on at which the clinic is open: `at` itself when it is. */
export const nextOpen = (at: Date, clinic: Clinic): Date => {
  const { opensAt } = currentOrNext(at, clinic);
  return opensAt > at ? opensAt : at;
};

/** When the day's work ends: of the opening that `at` lies in, or else of the next one. */
export const nextClose = (at: Date, clinic: Clinic): Date => currentOrNext(at, clinic).closesAt;

/**
 * The moment by which the clinic has been open for so many minutes since `from`: an hour given in the evening ends in
 * the morning. Where that falls on a closing, it is the closing, not the next morning.
 * @param minutes 0 or more; 0 is `from` itself, open or not
 */
export const addOpenMinutes = (from: Date, minutes: number, clinic: Clinic): Date => {
  let leftMs = minutes * MINUTE_MS;
  if (leftMs <= 0) return from;
  for (const { opensAt, closesAt } of openingsFrom(from, clinic)) {
    const begins = Math.max(opensAt.getTime(), from.getTime());
    const open = closesAt.getTime() - begins;
    if (leftMs <= open) return new Date(begins + leftMs);
    leftMs -= open;
  }
  throw new Error('Openings have no end');
};

/**
 * The end of the n-th day on which the clinic works after the day of `at`.
 * @param days 1 or more
 */
export const addOpenDays = (at: Date, days: number, clinic: Clinic): Date => {
  const tomorrow = dayOf(at, clinic).plus({ days: 1 }).toJSDate();
  let left = days;
  for (const { closesAt } of openingsFrom(tomorrow, clinic)) {
    left -= 1;
    if (left <= 0) return closesAt;
  }
  throw new Error('Openings have no end');
};
