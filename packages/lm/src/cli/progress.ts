import { SingleBar } from 'cli-progress';
import type { LmCliIo } from './io.js';

export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

/** Shorter work needs no bar. */
const BAR_AFTER_MS = 2000;

/**
 * A bar on the terminal for work that takes longer than two seconds; nothing where stderr is no terminal.
 * @param total null when it is not known beforehand: then only the count is shown
 */
export const createProgress = (
  { stderr }: LmCliIo,
  what: string,
  total: number | null,
  now: () => number,
): Progress => {
  if (stderr.isTTY !== true) return { step: () => {}, stop: () => {} };
  const format = total === null ? `${what} {value}` : `${what} {bar} {value}/{total}, {eta_formatted} left`;
  const bar = new SingleBar({ stream: stderr, format, clearOnComplete: true });
  const startedAt = now();
  let done = 0;
  return {
    step: () => {
      done += 1;
      if (bar.isActive) bar.update(done);
      else if (now() - startedAt >= BAR_AFTER_MS) bar.start(total ?? 0, done);
    },
    stop: () => bar.stop(),
  };
};
