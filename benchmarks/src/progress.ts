import { SingleBar } from 'cli-progress';

/** Where the bar is drawn: a terminal, or nowhere. */
export type ProgressStream = NodeJS.WritableStream & { isTTY?: boolean };

const REDRAWS_PER_S = 10;

/** Shows on a terminal how far `work` is; elsewhere only runs it. */
export const withProgress = async <T>(
  stream: ProgressStream,
  task: string,
  total: number,
  work: (onDone: (done: number) => void) => Promise<T>,
): Promise<T> => {
  if (stream.isTTY !== true) return work(() => {});
  const bar = new SingleBar({
    stream,
    format: `${task} {bar} {value}/{total}`,
    clearOnComplete: true,
    hideCursor: true,
    fps: REDRAWS_PER_S,
  });
  bar.start(total, 0);
  try {
    return await work((done) => bar.update(done));
  } finally {
    bar.stop();
  }
};
