import { SingleBar } from 'cli-progress';
import type { LmCliIo } from './io.js';

export interface Progress {
  /** @param amount how much more is done; 1 by default */
  readonly step: (amount?: number) => void;
  readonly stop: () => void;
}

/** Shorter work needs no bar. */
const BAR_AFTER_MS = 2000;

/** What the bar counts: things of which the number is worth showing, or bytes, of which only the share is. */
export type ProgressUnit = 'things' | 'bytes';

const FORMATS: Readonly<Record<ProgressUnit, string>> = {
  things: '{bar} {value}/{total}, {eta_formatted} left',
  bytes: '{bar} {percentage} %, {eta_formatted} left',
};

/**
 * A bar on the terminal for work that takes longer than two seconds; nothing where stderr is no terminal.
 * @param total null when it is not known beforehand: then only the count is shown
 */
export const createProgress = (
  { stderr }: LmCliIo,
  what: string,
  total: number | null,
  now: () => number,
  unit: ProgressUnit = 'things',
): Progress => {
  if (stderr.isTTY !== true) return { step: () => {}, stop: () => {} };
  const format = `${what} ${total === null ? '{value}' : FORMATS[unit]}`;
  const bar = new SingleBar({ stream: stderr, format, clearOnComplete: true });
  const startedAt = now();
  let done = 0;
  return {
    step: (amount = 1) => {
      done += amount;
      if (bar.isActive) bar.update(done);
      else if (now() - startedAt >= BAR_AFTER_MS) bar.start(total ?? 0, done);
    },
    stop: () => bar.stop(),
  };
};
