import type { Log, Stop } from '@perezvon/messaging';

/** What was started, so that it can be stopped the other way round. */
export interface StopStack {
  push(name: string, stop: Stop): void;
  /** Stops everything, the newest first; one that fails is logged and the others still stop. */
  unwind(): Promise<void>;
}

export const createStopStack = (log: Log): StopStack => {
  const started: { name: string; stop: Stop }[] = [];
  return {
    push: (name, stop) => void started.push({ name, stop }),
    unwind: async () => {
      for (let part = started.pop(); part !== undefined; part = started.pop()) {
        try {
          await part.stop();
        } catch (error) {
          log.error({ part: part.name, err: error }, 'part did not stop cleanly');
        }
      }
    },
  };
};
