import { z } from 'zod';
import { defineIntent, type Subject } from '../define.js';
import { LmRunId, LmVersionTag } from '../domain/ids.js';
import { LmRunKind } from '../domain/lm-run.js';

const OneRun = z.object({ runId: LmRunId });
const aboutRun = ({ runId }: { runId: number }): Subject => ({ kind: 'system', id: `lm-run-${runId}` });

/** Starts a rescore or a backtest of stored calls under one version. */
export const lmRunStart = defineIntent({
  type: 'lm_run.start',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: z.object({
    kind: LmRunKind,
    /** A version of `lm_rulesets`. */
    tag: LmVersionTag,
    /** Calls that started in [since, until), UTC; null: no bound. */
    since: z.iso.datetime().nullable(),
    until: z.iso.datetime().nullable(),
  }),
  subject: ({ tag }) => ({ kind: 'ruleset', id: tag }),
  refusals: [
    'ruleset.not_found',
    'ruleset.challenger_only',
    'ruleset.cannot_run',
    'run.version_retired',
    'run.already_running',
    'run.empty_period',
  ],
});

/** The run stops at its next step and keeps its place. */
export const lmRunPause = defineIntent({
  type: 'lm_run.pause',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: OneRun,
  subject: aboutRun,
  refusals: ['run.not_found', 'run.not_running'],
});

/** A paused run goes on where it stopped. */
export const lmRunResume = defineIntent({
  type: 'lm_run.resume',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: OneRun,
  subject: aboutRun,
  refusals: ['run.not_found', 'run.not_paused'],
});

/** The run ends here; what it has stored stays. */
export const lmRunCancel = defineIntent({
  type: 'lm_run.cancel',
  version: 1,
  owner: 'lm-scoring',
  permission: 'lm.manage',
  payload: OneRun,
  subject: aboutRun,
  refusals: ['run.not_found', 'run.not_open'],
});
