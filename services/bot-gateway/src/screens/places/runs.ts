import { LM_RUN_KINDS, LmRunId } from '@perezvon/contracts';
import { COMPARED_FLAGS } from '@perezvon/lm/compare';
import { z } from 'zod';
import { VersionRef } from '../../domain/version-ref.js';
import { definePlace } from '../define-place.js';

/** The last so many days that a run may be about; 0: every stored call. */
export const RUN_DAYS = [7, 30, 90, 0] as const;

export const REPORT_PARTS = ['flags', 'numbers', 'choices'] as const;
export const CHANGE_SIDES = ['gained', 'lost'] as const;

const Kind = z.enum(LM_RUN_KINDS);

/** «Перерасчёт»: what runs over the stored calls now, and what did last. */
export const runsPlace = definePlace({ id: 'runs', permission: 'lm.manage', params: z.object({}) });

/** One run: how far it is, and what can be done about it. */
export const runCardPlace = definePlace({
  id: 'run',
  permission: 'lm.manage',
  params: z.object({ runId: LmRunId }),
});

/** Under which version? */
export const runVersionPlace = definePlace({
  id: 'runver',
  permission: 'lm.manage',
  params: z.object({ kind: Kind }),
});

/** Over which calls? */
export const runPeriodPlace = definePlace({
  id: 'runper',
  permission: 'lm.manage',
  params: z.object({ kind: Kind, version: VersionRef }),
});

/** How many calls that is and what it means: start? */
export const runConfirmPlace = definePlace({
  id: 'runask',
  permission: 'lm.manage',
  params: z.object({ kind: Kind, version: VersionRef, days: z.literal(RUN_DAYS) }),
});

/** A run is not taken up again once it is cancelled: cancel? */
export const runCancelPlace = definePlace({
  id: 'runstop',
  permission: 'lm.manage',
  params: z.object({ runId: LmRunId }),
});

/** What a backtest found. */
export const runReportPlace = definePlace({
  id: 'runrep',
  permission: 'lm.manage',
  params: z.object({ runId: LmRunId, part: z.enum(REPORT_PARTS) }),
});

/** Calls whose flag changed, quoted: for those who may read transcripts. */
export const runExamplesPlace = definePlace({
  id: 'runex',
  permission: 'calls.view',
  params: z.object({ runId: LmRunId, flag: z.enum(COMPARED_FLAGS), side: z.enum(CHANGE_SIDES) }),
});

/** The report as a file. */
export const runFilePlace = definePlace({
  id: 'runfile',
  permission: 'lm.manage',
  params: z.object({ runId: LmRunId }),
});
