import { withTransaction } from '@perezvon/db';
import { runEvery, type ProcessingDeps, type Stop } from '@perezvon/messaging';
import type { Registry } from 'prom-client';
import { challengeCalls } from './challenge-calls.js';
import { createChallenger } from './challenger.js';
import { challengerSettings, type ChallengerVariables } from './environment.js';
import { createMeter } from './meter.js';
import { createModelClient } from './model-client.js';
import { registerChallenger } from './register-challenger.js';

/** Nobody waits for a challenger; a look passes the dialogues of three days by their index. */
const CHALLENGE_EVERY_S = 60;

export interface ChallengerDeps extends ProcessingDeps {
  readonly registry?: Registry;
}

/**
 * Starts the language model beside the rules, if one is configured. It reads what was scored and writes scores that are
 * not shown: whatever happens to it, no score is later or another for it.
 * @returns a stop that gives up what is under way
 */
export const startChallenger = async (
  deps: ChallengerDeps,
  env: ChallengerVariables,
  timezone: string,
): Promise<Stop> => {
  const settings = challengerSettings(env);
  if (settings === null) return async () => {};
  const challenger = createChallenger(settings.model, timezone);
  await withTransaction(deps.db, (tx) => registerChallenger(tx, challenger, deps.now()));
  const challenge = {
    ...deps,
    challenger,
    settings,
    timezone,
    client: createModelClient(settings, deps),
    meter: createMeter(deps.registry ?? null),
  };
  deps.log.info({ lmVersionTag: challenger.tag }, 'language model challenges the rules');
  const stopping = new AbortController();
  const stopTask = runEvery(
    CHALLENGE_EVERY_S,
    'challenge-calls',
    () => challengeCalls(challenge, stopping.signal),
    deps,
  );
  return async () => {
    stopping.abort();
    await stopTask();
  };
};
