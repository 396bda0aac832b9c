import cliProgress from 'cli-progress';

/** Tells a person at a terminal how far it is; says nothing elsewhere. */
export interface Progress {
  addBytes(count: number): void;
  setCalls(count: number): void;
  stop(): void;
}

export interface ProgressStream extends NodeJS.WritableStream {
  isTTY?: boolean;
}

const MS_PER_S = 1_000;
const SILENT: Progress = { addBytes: () => {}, setCalls: () => {}, stop: () => {} };

/** @param totalBytes of all files together */
export const startProgress = (stream: ProgressStream, task: string, totalBytes: number): Progress => {
  if (!stream.isTTY) return SILENT;
  const startedAt = performance.now();
  let calls = 0;
  const bar = new cliProgress.SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 100,
    format: (options, params, payload) => {
      const seconds = Math.max((performance.now() - startedAt) / MS_PER_S, 1);
      const rate = Math.round(payload.calls / seconds);
      const drawn = cliProgress.Format.BarFormat(params.progress, options);
      return `${task} ${drawn} ${Math.floor(params.progress * 100)} % | ${payload.calls} calls | ${rate}/s | ${params.eta} s left`;
    },
  });
  bar.start(totalBytes, 0, { calls });
  return {
    addBytes: (count) => bar.increment(count, { calls }),
    setCalls: (count) => {
      calls = count;
      bar.update({ calls });
    },
    stop: () => bar.stop(),
  };
};
