import { daysBefore } from './durations.js';
/** How far a run is. */
interface RunProgress {
  /** 0–100, whole. */
  percent: number;
  /** ms of work before the run's end, at the speed so far; null: nothing is done yet. */
  leftMs: number | null;
}

interface Counts {
  totalCalls: number;
  doneCalls: number;
  workedMs: bigint;
}

const PERCENT = 100;

/** Calls that came or went since the run was counted do not carry it past its end. */
export const runProgress = ({ totalCalls, doneCalls, workedMs }: Counts): RunProgress => {
  const left = Math.max(0, totalCalls - doneCalls);
  return {
    percent: totalCalls === 0 ? PERCENT : Math.floor((PERCENT * (totalCalls - left)) / totalCalls),
    leftMs: doneCalls === 0 ? null : Math.round((Number(workedMs) / doneCalls) * left),
  };
};

/** The moment `days` days before; null: 0 days, every stored call. */
export const sinceDays = (at: Date, days: number): Date | null => (days === 0 ? null : daysBefore(at, days));
