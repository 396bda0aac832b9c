import { LM_RUN_KINDS, LmRunId, lmRunCancel, lmRunPause, lmRunResume, lmRunStart } from '@perezvon/contracts';
import { z } from 'zod';
import { sinceDays } from '../../domain/run-progress.js';
import { tagOfRef, VersionRef } from '../../domain/version-ref.js';
import { defineAction } from '../define-action.js';
import { RUN_DAYS, runCardPlace, runsPlace } from '../places/runs.js';

const OneRun = z.object({ runId: LmRunId });
type OneRun = z.infer<typeof OneRun>;
const toCard = ({ runId }: OneRun) => runCardPlace.address({ runId });

/** «✅ Подтвердить» of a rescore or a backtest. */
export const startLmRun = defineAction({
  id: 'r-start',
  params: z.object({ kind: z.enum(LM_RUN_KINDS), version: VersionRef, days: z.literal(RUN_DAYS) }),
  intent: lmRunStart,
  payload: ({ kind, version, days }, { at }) => ({
    kind,
    tag: tagOfRef(version),
    since: sinceDays(at, days)?.toISOString() ?? null,
    until: null,
  }),
  leadsTo: () => runsPlace.address({}),
});

/** «⏸ Пауза». */
export const pauseLmRun = defineAction({
  id: 'r-pause',
  params: OneRun,
  intent: lmRunPause,
  payload: (params) => params,
  leadsTo: toCard,
});

/** «▶️ Продолжить». */
export const resumeLmRun = defineAction({
  id: 'r-go',
  params: OneRun,
  intent: lmRunResume,
  payload: (params) => params,
  leadsTo: toCard,
});

/** «✅ Подтвердить» of a cancellation. */
export const cancelLmRun = defineAction({
  id: 'r-stop',
  params: OneRun,
  intent: lmRunCancel,
  payload: (params) => params,
  leadsTo: toCard,
});
