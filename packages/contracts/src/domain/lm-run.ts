import { z } from 'zod';

/** A rescore stores scores of the calls it passes; a backtest compares and stores none. */
export const LM_RUN_KINDS = ['rescore', 'backtest'] as const;
export const LmRunKind = z.enum(LM_RUN_KINDS);
export type LmRunKind = z.infer<typeof LmRunKind>;

const LM_RUN_STATES = ['running', 'paused', 'done', 'failed', 'cancelled'] as const;
export const LmRunState = z.enum(LM_RUN_STATES);
export type LmRunState = z.infer<typeof LmRunState>;

/** States in which a run still has calls before it; at most one such run a kind. */
export const OPEN_LM_RUN_STATES = ['running', 'paused'] as const satisfies readonly LmRunState[];
