import type { DbClient, Prisma } from '@perezvon/db';
import { givenClinic, testDatabase, type Clinic } from '@perezvon/db/testing';
import type { Log } from '@perezvon/messaging';
import { challengeCalls } from '../../src/challenger/challenge-calls.js';
import type { ChallengerSettings } from '../../src/challenger/index.js';
import { startStandInModel, type StandInModel } from '../../src/testing/index.js';
import { aChallenger, register } from './given-challenger.js';

/** When the language model is registered. */
export const START = '2026-11-24T06:00:00Z';
/** When the calls of a test are made, and when it is asked about them. */
export const CALL_AT = '2026-11-24T08:00:00Z';
export const NOON = '2026-11-24T12:00:00Z';
export const RULES_TAG = 'v1.0.0+00000000';
export const NEVER = new AbortController().signal;

type Request = Prisma.LmChallengerRequestGetPayload<object>;

/** A database, a stand-in for the language model and a clock: what a test of the challenger happens on. */
export interface Bench {
  readonly db: DbClient;
  readonly clinic: Clinic;
  readonly model: () => StandInModel;
  readonly now: () => Date;
  readonly at: (iso: string) => void;
  readonly later: (seconds: number) => void;
  /** One process more, at noon; `round` asks about what is waiting. */
  readonly started: (settings?: Partial<ChallengerSettings> & { log?: Log }) => Promise<{
    deps: ReturnType<typeof aChallenger>;
    round: () => Promise<number>;
  }>;
  readonly requests: () => Promise<Request[]>;
  readonly reasons: () => Promise<(string | null)[]>;
  readonly scoresOf: (tag: string) => Promise<Prisma.CallScoreGetPayload<object>[]>;
  /** Before each test: nothing is stored, the model is calm. */
  readonly reset: () => Promise<void>;
  /** After each test. */
  readonly stopModel: () => Promise<void>;
}

const empty = async (db: DbClient): Promise<void> => {
  await db.call.deleteMany();
  await db.lmChallengerRequest.deleteMany();
  await db.dailyRollup.deleteMany();
  await db.outbox.deleteMany();
  await db.lmRuleset.deleteMany();
  await db.lmRuleset.create({
    data: { tag: RULES_TAG, content: {}, hash: '', state: 'active', engineVersion: '1.0.0' },
  });
};

export const openBench = async (): Promise<Bench> => {
  const { db } = await testDatabase();
  const clinic = await givenClinic(db);
  let model = await startStandInModel();
  let clock = new Date(START);
  const now = (): Date => clock;
  const requests = () => db.lmChallengerRequest.findMany({ orderBy: { id: 'asc' } });
  return {
    db,
    clinic,
    model: () => model,
    now,
    at: (iso) => void (clock = new Date(iso)),
    later: (seconds) => void (clock = new Date(clock.getTime() + seconds * 1_000)),
    started: async (settings = {}) => {
      const deps = aChallenger(db, now, { baseUrl: model.baseUrl, ...settings });
      await register(deps, clock);
      clock = new Date(NOON);
      return { deps, round: () => challengeCalls(deps, NEVER) };
    },
    requests,
    reasons: async () => (await requests()).map(({ reason }) => reason),
    scoresOf: (tag) => db.callScore.findMany({ where: { lmVersionTag: tag } }),
    reset: async () => {
      await model.stop();
      model = await startStandInModel();
      clock = new Date(START);
      await empty(db);
    },
    stopModel: () => model.stop(),
  };
};
