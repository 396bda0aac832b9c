import { setTimeout as pause } from 'node:timers/promises';
import { phoneKeysOf, type StorageConfig } from '@perezvon/call-ingest';
import type { DbClient } from '@perezvon/db';
import { runEvery, type Log, type Stop } from '@perezvon/messaging';
import { demoCalls, type DemoOptions } from './demo-calls.js';
import type { DemoTexts } from './load-texts.js';
import { givePastAssignments } from './past-assignments.js';
import { givePastCompensations } from './past-compensations.js';
import { givePastOpinions } from './past-opinions.js';
import { writeRecordings } from './recording/write-recordings.js';
import { createScoringBar } from './scoring-bar.js';
import { waitForScores } from './scoring-progress.js';
import { newestDemoCall, seedCalls } from './seed-calls.js';
import { seedPeople } from './seed-people.js';

/** The same everywhere, so that two people who talk about the demo see the same calls. */
const SEED = 'perezvon';
/** The clinic's day goes on while it runs. */
const TOP_UP_EVERY_S = 300;
/** A month of calls takes some seconds; a machine that is busy with something else need not keep a person waiting. */
const WAIT_FOR_SCORES_MS = 15_000;

export interface DemoDeps {
  db: DbClient;
  log: Log;
  config: StorageConfig & { RECORDINGS_DIR: string };
  /** Joined by commas. */
  supremeDevIds: string;
  /** Aborted when somebody wants to stop while it still starts. */
  signal: AbortSignal;
  tell: (line: string) => void;
  /** Where a progress bar may be drawn; null: nowhere. */
  terminal: NodeJS.WriteStream | null;
}

/** The made-up clinic: people, a month of calls, recordings, and what was given to whom. */
export interface Demo {
  /** Before the services start: people and calls. */
  seed(): Promise<void>;
  /** With the services running: waits for the scores, gives what had been given; @returns how to stop the calls */
  bringToLife(): Promise<Stop>;
}

/** What had been given away needs the lists, and those the scores. @throws the signal's reason when it is aborted */
const givePastWhenScored = async (
  { pastAssignments, pastCompensations, opinions }: DemoTexts,
  { db, log, config, signal, terminal }: DemoDeps,
) => {
  const bar = createScoringBar(terminal);
  try {
    const left = await waitForScores(db, { signal, onProgress: bar.update });
    if (left > 0) log.warn({ left }, 'scoring of the demo stands still');
    else {
      const zone = config.CLINIC_TIMEZONE;
      const phoneKeys = await phoneKeysOf(config);
      const deps = { db, log, now: () => new Date(), zone, phoneKeys };
      await givePastAssignments(pastAssignments, deps);
      await givePastCompensations(pastCompensations, deps);
      await givePastOpinions(opinions, deps);
    }
  } finally {
    bar.stop();
  }
};

/** @throws what the work throws in that time; later nobody hears of it */
const isDoneWithin = async (ms: number, work: Promise<void>): Promise<boolean> => {
  const giveUp = new AbortController();
  const overtime = pause(ms, false, { signal: giveUp.signal });
  overtime.catch(() => {});
  try {
    return await Promise.race([work.then(() => true), overtime]);
  } finally {
    giveUp.abort();
  }
};

/** Prepares the demo; writes nothing yet. */
export const openDemo = (texts: DemoTexts, deps: DemoDeps): Demo => {
  const { db, log, config, supremeDevIds, tell } = deps;
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
      const past = givePastWhenScored(texts, deps);
      if (!(await isDoneWithin(WAIT_FOR_SCORES_MS, past)))
        tell('The scoring of the demo calls goes on; the lists fill meanwhile.');
      const topUp = async () => addCalls(await newestDemoCall(db));
      const stopTopUp = runEvery(TOP_UP_EVERY_S, 'demo-calls', topUp, { log });
      return async () => {
        await stopTopUp();
        await past.catch(() => {});
      };
    },
  };
};
