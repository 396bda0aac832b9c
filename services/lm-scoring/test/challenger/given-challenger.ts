import type { CallRecord, Turn } from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenCall, givenScore, silentLog, type GivenCall } from '@perezvon/db/testing';
import type { Log } from '@perezvon/messaging';
import type { ChallengeDeps } from '../../src/challenger/ask-about-call.js';
import { createChallenger, createModelClient, type ChallengerSettings } from '../../src/challenger/index.js';
import { createMeter } from '../../src/challenger/meter.js';
import { registerChallenger } from '../../src/challenger/register-challenger.js';
import { Registry } from 'prom-client';

export const KEY = 'sk-very-secret-key-0123456789';
export const ANGRY_WORDS = 'вы обещали перезвонить и не перезвонили, буду жаловаться';
export const TURNS: Turn[] = [
  { t: 0, speaker: 'operator', text: 'клиника, слушаю вас' },
  { t: 4, speaker: 'client', text: `это Пономарёва, ${ANGRY_WORDS}, мой номер 89161234567` },
  { t: 12, speaker: 'operator', text: 'сейчас всё проверю' },
];

export const CALL: CallRecord = {
  history_id: 700_001,
  call_date: '2026-11-24T09:00:00+03:00',
  direction: 'inbound',
  await_sec: 10,
  talk_duration: 90,
  operator: 'op-17',
  transcript: TURNS,
  upstream: { call_category: 'secret-category' },
};

const TIMEZONE = 'Europe/Moscow';
export const SETTINGS: Omit<ChallengerSettings, 'baseUrl'> = {
  model: 'some-model',
  apiKey: KEY,
  timeoutMs: 10_000,
  dailyCalls: 1_000,
  dailyTokens: 100_000_000,
  concurrency: 2,
};

interface GivenProcess extends Partial<ChallengerSettings> {
  baseUrl: string;
  log?: Log;
}

/** A process with the language model; each call is a process of its own, on the same database. */
export const aChallenger = (
  db: DbClient,
  now: () => Date,
  { log = silentLog, ...settings }: GivenProcess,
): ChallengeDeps & { registry: Registry } => {
  const all = { ...SETTINGS, ...settings };
  const registry = new Registry();
  return {
    db,
    log,
    now,
    registry,
    timezone: TIMEZONE,
    settings: all,
    challenger: createChallenger(all.model, TIMEZONE),
    client: createModelClient(all, { now }),
    meter: createMeter(registry),
  };
};

export const register = (deps: ChallengeDeps, at: Date): Promise<void> =>
  withTransaction(deps.db, (tx) => registerChallenger(tx, deps.challenger, at));

/** A dialogue that the active rules have scored. */
export const givenDialogue = async (
  db: DbClient,
  callDate: string,
  turns: Turn[] = TURNS,
): Promise<GivenCall> => {
  const call = await givenCall(db, { callDate, turns });
  await givenScore(db, call);
  return call;
};
