const KILLED_AGAIN = 1;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Set by whoever starts services as children with a pipe as their standard input: `npm start`, the tests. */
export const SUPERVISED_VARIABLE = 'PEREZVON_SUPERVISED';

/**
 * Calls `end` once when this process is asked to stop: by a signal, or because its supervisor is gone (the IPC
 * channel or the supervised standard input closes), so that a killed `npm start` leaves no orphans. A second signal
 * ends the process at once.
 */
export const onProcessEnd = (end: (reason: string) => void): void => {
  let asked = false;
  const ask = (reason: string) => {
    if (asked) return;
    asked = true;
    end(reason);
  };

  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (asked) process.exit(KILLED_AGAIN);
      ask(signal);
    });
  }
  if (process.channel) process.on('disconnect', () => ask('supervisor gone'));
  if (process.env[SUPERVISED_VARIABLE] === '1') {
    process.stdin.on('close', () => ask('supervisor gone'));
    process.stdin.resume();
  }
};
