import { withTransaction } from '@perezvon/db';
import { readRulesetFiles } from '@perezvon/lm';
import { consume, runEvery, type MessagingDeps, type Stop } from '@perezvon/messaging';
import { startChallenger, type ChallengerDeps } from './challenger/start-challenger.js';
import type { LmScoringConfig } from './config.js';
import { drawBlindReviews } from './feedback/draw-blind-reviews.js';
import { handlersWith } from './handlers.js';
import { compileAhead, registerRulesets } from './register-rulesets.js';
import { contentOf } from './rulesets/content.js';
import { compileWith } from './rulesets/engine.js';
import { createRulesets } from './rulesets/rulesets.js';
import { wakeRuns } from './runs/wake-runs.js';

/** A run whose step was lost stands still for no longer than this; nobody waits for a run by the second. */
const WAKE_RUNS_EVERY_S = 30;
/** A week's questions are there a minute after it began; looking costs two small queries. */
const DRAW_BLIND_EVERY_S = 60;

/**
 * Scores every call that arrives, with the version of the rules that is active in the database; the rules that
 * `@perezvon/lm` ships are stored there first. Any number of processes may run side by side.
 * @throws Error when there are no rules that this engine can run
 */
export const start = async (
  deps: MessagingDeps & ChallengerDeps,
  { CLINIC_TIMEZONE: timezone, ...config }: LmScoringConfig,
): Promise<Stop> => {
  const { db, log } = deps;
  const rulesets = createRulesets({ compile: compileWith({ timezone }), log });
  const shipped = contentOf(readRulesetFiles());
  await compileAhead(db, { shipped, rulesets });
  await withTransaction(db, (tx) => registerRulesets(tx, { shipped, rulesets, log, at: deps.now() }));
  const { tag } = await withTransaction(db, rulesets.active);
  log.info({ lmVersionTag: tag }, 'rules loaded');

  const stopConsuming = consume('lm-scoring', handlersWith({ rulesets, log }), deps);
  const stopWaking = runEvery(WAKE_RUNS_EVERY_S, 'wake-lm-runs', () => wakeRuns(deps), deps);
  const stopDrawing = runEvery(
    DRAW_BLIND_EVERY_S,
    'draw-blind-reviews',
    () => drawBlindReviews(deps, timezone),
    deps,
  );
  const stopChallenging = await startChallenger(deps, config, timezone);
  return async () => {
    await stopChallenging();
    await stopDrawing();
    await stopWaking();
    await stopConsuming();
  };
};
