import { phoneKeysOf, type StorageConfig } from '@perezvon/call-ingest';
import type { DbClient } from '@perezvon/db';
import { runEvery, type Log, type Stop } from '@perezvon/messaging';
import { demoCalls, type DemoOptions } from './demo-calls.js';
import type { DemoTexts } from './load-texts.js';
import { givePastAssignments } from './past-assignments.js';
import { writeRecordings } from './recording/write-recordings.js';
import { waitForScores } from './scoring-progress.js';
import { newestDemoCall, seedCalls } from './seed-calls.js';
import { seedPeople } from './seed-people.js';

/** The same everywhere, so that two people who talk about the demo see the same calls. */
const SEED = 'perezvon';
/** The clinic's day goes on while it runs. */
const TOP_UP_EVERY_S = 300;

export interface DemoDeps {
  db: DbClient;
  log: Log;
  config: StorageConfig & { RECORDINGS_DIR: string };
  /** Joined by commas. */
  supremeDevIds: string;
  /** Aborted when somebody wants to stop while it still starts. */
  signal: AbortSignal;
  tell: (line: string) => void;
}

/** The made-up clinic: people, a month of calls, recordings, and what was given to whom. */
export interface Demo {
  /** Before the services start: people and calls. */
  seed(): Promise<void>;
  /** With the services running: waits for the scores, gives what had been given; @returns how to stop the calls */
  bringToLife(): Promise<Stop>;
}

/** Prepares the demo; writes nothing yet. */
export const openDemo = (texts: DemoTexts, deps: DemoDeps): Demo => {
  const { db, log, config, supremeDevIds, signal, tell } = deps;
  const options: DemoOptions = { seed: SEED, zone: config.CLINIC_TIMEZONE };
  const now = (): Date => new Date();

  /** Those since `after` are stored, and every one of them has its recording. @returns how many were new */
  const addCalls = async (after: Date | null): Promise<number> => {
    const calls = demoCalls({ now: now(), after }, texts, options);
    const added = await seedCalls(calls, { db, now, phoneKeys: await phoneKeysOf(config) });
    await writeRecordings(config.RECORDINGS_DIR, calls);
    return added;
  };

  return {
    seed: async () => {
      await seedPeople(db, texts.people, supremeDevIds.split(','));
      const added = await addCalls(null);
      if (added > 0) tell(`Demo: ${added} made-up calls added.`);
    },
    bringToLife: async () => {
      const left = await waitForScores(db, {
        signal,
        onProgress: (count) => tell(`Scoring: ${count} calls left…`),
      });
      if (left > 0) tell(`The scoring of ${left} demo calls takes longer; the lists fill meanwhile.`);
      await givePastAssignments(texts.pastAssignments, { db, log, now });
      return runEvery(TOP_UP_EVERY_S, 'demo-calls', async () => addCalls(await newestDemoCall(db)), { log });
    },
  };
};
