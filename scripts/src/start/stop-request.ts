const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 500;

/** Somebody wants this process to end. */
export interface StopRequest {
  readonly signal: AbortSignal;
  /** Resolves when somebody asks. */
  readonly asked: Promise<void>;
  /** Forgets the signals again. */
  release(): void;
}

/**
 * Listens for Ctrl-C, SIGTERM, a closed terminal, and the end of the npm that started this process.
 * @param again a second signal: stop being polite
 */
export const listenForStop = (again: () => void): StopRequest => {
  const controller = new AbortController();
  const onSignal = (): void => (controller.signal.aborted ? again() : controller.abort());
  for (const signal of SIGNALS) process.on(signal, onSignal);

  // npm killed hard takes its shell with it but not us: notice that our parent is another one.
  const parent = process.ppid;
  const startedByNpm = process.env['npm_lifecycle_event'] !== undefined;
  const parentCheck = setInterval(() => {
    if (startedByNpm && process.ppid !== parent) controller.abort();
  }, PARENT_CHECK_MS).unref();

  return {
    signal: controller.signal,
    asked: new Promise((resolve) =>
      controller.signal.addEventListener('abort', () => resolve(), { once: true }),
    ),
    release: () => {
      clearInterval(parentCheck);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
};
