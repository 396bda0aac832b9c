import { z } from 'zod';
import { defineEvent } from '../define.js';
import { LmRunId } from '../domain/ids.js';

/** The next calls of a run are due, always after whatever people wait for. */
export const lmRunStep = defineEvent({
  type: 'lm_run.step',
  version: 1,
  priority: 'bulk',
  payload: z.object({
    runId: LmRunId,
    /** Calls that were done before this step: a run that stands elsewhere passes it over. */
    from: z.int().nonnegative(),
  }),
});

const LM_RUN_MOVES = ['start', 'pause', 'resume', 'cancel'] as const;
export type LmRunMove = (typeof LM_RUN_MOVES)[number];

/** Somebody started a run, paused it, let it go on or cancelled it. */
export const lmRunMoved = defineEvent({
  type: 'lm_run.moved',
  version: 1,
  payload: z.object({ runId: LmRunId, move: z.enum(LM_RUN_MOVES) }),
});

/** A run got further: told every few seconds at most. */
export const lmRunProgressed = defineEvent({
  type: 'lm_run.progressed',
  version: 1,
  payload: z.object({ runId: LmRunId }),
});

/** A run came to its end, or was given up (its row says which): its person waits for that. */
export const lmRunFinished = defineEvent({
  type: 'lm_run.finished',
  version: 1,
  priority: 'live',
  payload: z.object({ runId: LmRunId }),
});

/** Calls whose scores one message may tell of. */
const MAX_STORED_SCORES = 1_000;

/** Scores were stored without each being announced (a rescore, a shadow): the roll-ups of these days changed. */
export const scoresStored = defineEvent({
  type: 'scores.stored',
  version: 1,
  priority: 'bulk',
  payload: z.object({
    /** Starts of the calls, UTC, as their scores tell them now and told them before. */
    callDates: z
      .array(z.iso.datetime())
      .min(1)
      .max(2 * MAX_STORED_SCORES),
  }),
});
