import type { Db } from '../client.js';
import { inWindow, isoDay, type DayWindow } from './day-window.js';
import { SHOWN } from '../calls/rollup-rows.js';

/** What happened in a window of days, as counts: over everybody, of one operator or of one day. */
export interface PeriodNumbers {
  calls: number;
  missed: number;
  withoutTranscript: number;
  /** Calls in which both sides spoke: the base of complaints and follow-ups. */
  validDialogues: number;
  /** Valid calls about a service of the clinic: the base of records and losses. */
  targetCalls: number;
  records: number;
  complaintRed: number;
  complaintYellow: number;
  followupNeeded: number;
  lostRed: number;
  churnHigh: number;
  qualitySum: number;
  /** Calls that have a quality score: the base of its average. */
  qualityCalls: number;
}

const SUMMED = {
  calls: true,
  missed: true,
  withoutTranscript: true,
  validDialogues: true,
  targetCalls: true,
  records: true,
  complaintRed: true,
  complaintYellow: true,
  followupNeeded: true,
  lostRed: true,
  churnHigh: true,
  qualitySum: true,
  qualityCalls: true,
} as const satisfies Record<keyof PeriodNumbers, true>;

type Sums = { [Name in keyof PeriodNumbers]: number | null };

const isNumberName = (name: string): name is keyof PeriodNumbers => Object.hasOwn(SUMMED, name);
const NAMES = Object.keys(SUMMED).filter(isNumberName);
const NO_SUMS: Sums = {
  calls: null,
  missed: null,
  withoutTranscript: null,
  validDialogues: null,
  targetCalls: null,
  records: null,
  complaintRed: null,
  complaintYellow: null,
  followupNeeded: null,
  lostRed: null,
  churnHigh: null,
  qualitySum: null,
  qualityCalls: null,
};

const numbersOf = (sums: Sums): PeriodNumbers => ({
  calls: sums.calls ?? 0,
  missed: sums.missed ?? 0,
  withoutTranscript: sums.withoutTranscript ?? 0,
  validDialogues: sums.validDialogues ?? 0,
  targetCalls: sums.targetCalls ?? 0,
  records: sums.records ?? 0,
  complaintRed: sums.complaintRed ?? 0,
  complaintYellow: sums.complaintYellow ?? 0,
  followupNeeded: sums.followupNeeded ?? 0,
  lostRed: sums.lostRed ?? 0,
  churnHigh: sums.churnHigh ?? 0,
  qualitySum: sums.qualitySum ?? 0,
  qualityCalls: sums.qualityCalls ?? 0,
});

/** Adds counts up: of several days, of several operators; of none, nothing. Pure. */
export const sumNumbers = (parts: readonly PeriodNumbers[]): PeriodNumbers => {
  const sum = numbersOf(NO_SUMS);
  for (const part of parts) for (const name of NAMES) sum[name] += part[name];
  return sum;
};

/** Adds up a window's days: days × operators rows, however many calls there were. */
export const findPeriodNumbers = async (db: Db, window: DayWindow): Promise<PeriodNumbers> => {
  const { _sum: sums } = await db.dailyRollup.aggregate({
    where: { ...inWindow(window), lmVersionTag: SHOWN },
    _sum: SUMMED,
  });
  return numbersOf(sums);
};

/** One clinic day, over everybody. */
export interface DayNumbers {
  /** `2026-11-24` */
  day: string;
  numbers: PeriodNumbers;
}

/** A window's days in their order; a day without calls has no row. */
export const listDays = async (db: Db, window: DayWindow): Promise<DayNumbers[]> => {
  const rows = await db.dailyRollup.groupBy({
    by: ['day'],
    where: { ...inWindow(window), lmVersionTag: SHOWN },
    orderBy: { day: 'asc' },
    _sum: SUMMED,
  });
  return rows.map(({ day, _sum: sums }) => ({ day: isoDay(day), numbers: numbersOf(sums) }));
};

/** One operator's counts. */
interface OperatorNumbers {
  /** The code in the calls; null: nobody answered. */
  operator: string | null;
  numbers: PeriodNumbers;
}

/** `operator` of the roll-ups for calls that nobody answered. */
const NOBODY = '';

/** Everybody who has calls in the window, by code. Staff's personal data: for people who may see single calls only. */
export const listOperatorNumbers = async (db: Db, window: DayWindow): Promise<OperatorNumbers[]> => {
  const rows = await db.dailyRollup.groupBy({
    by: ['operator'],
    where: { ...inWindow(window), lmVersionTag: SHOWN },
    orderBy: { operator: 'asc' },
    _sum: SUMMED,
  });
  return rows.map(({ operator, _sum: sums }) => ({
    operator: operator === NOBODY ? null : operator,
    numbers: numbersOf(sums),
  }));
};

/** One clinic day as a version scored it; `tag` '': as it is shown. */
export interface VersionDay extends DayNumbers {
  tag: string;
  /** Calls of the day whose score of this tag is the one that is shown. */
  shownCalls: number;
}

/** A window's days by version: what a change is taken apart with. Days × versions rows. */
export const listVersionDays = async (db: Db, window: DayWindow): Promise<VersionDay[]> => {
  const rows = await db.dailyRollup.groupBy({
    by: ['day', 'lmVersionTag'],
    where: inWindow(window),
    _sum: { ...SUMMED, shownCalls: true },
  });
  return rows.map(({ day, lmVersionTag, _sum: { shownCalls, ...sums } }) => ({
    day: isoDay(day),
    tag: lmVersionTag,
    shownCalls: shownCalls ?? 0,
    numbers: numbersOf(sums),
  }));
};

/** Tags of the versions that scored what a window shows, the newest name first; one tag: its numbers are of one measure. */
export const listShownVersions = async (db: Db, window: DayWindow): Promise<string[]> => {
  const rows = await db.dailyRollup.groupBy({
    by: ['lmVersionTag'],
    where: { ...inWindow(window), lmVersionTag: { not: SHOWN }, shownCalls: { gt: 0 } },
    orderBy: { lmVersionTag: 'desc' },
  });
  return rows.map(({ lmVersionTag }) => lmVersionTag);
};
