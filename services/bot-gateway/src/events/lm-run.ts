import type { lmRunFinished, lmRunMoved, lmRunProgressed } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { findRun } from '../queries/system/lm-runs.js';
import { rootFor } from '../screens/draw.js';
import { runCardPlace, runsPlace } from '../screens/places/runs.js';
import { systemPlace } from '../screens/places/system.js';
import { redrawShowing, settleAction, tellPerson } from './settle.js';

/** The screens that show a run: its card, and the list. */
const screensOf = (runId: number) => [runsPlace.address({}), runCardPlace.address({ runId })];

/** Somebody decided about a run: his screen says so, the others' open screens follow. */
export const lmRunMovedHandler = (deps: GatewayDeps): EventHandler<typeof lmRunMoved> => ({
  kind: 'effect',
  handle: async (event) => {
    const { runId, move } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done-lm-run', move)), isRefusal: false });
    for (const screen of screensOf(runId)) await redrawShowing(deps, event, screen);
  },
});

/** A run got further: the screens that show it are rewritten in place. */
export const lmRunProgressedHandler = (deps: GatewayDeps): EventHandler<typeof lmRunProgressed> => ({
  kind: 'effect',
  handle: async (event) => {
    for (const screen of screensOf(event.payload.runId)) await redrawShowing(deps, event, screen);
  },
});

/** A run is over: who asked for it is told, with the way to its report. */
export const lmRunFinishedHandler = (deps: GatewayDeps): EventHandler<typeof lmRunFinished> => ({
  kind: 'effect',
  handle: async (event) => {
    const { runId } = event.payload;
    for (const screen of screensOf(runId)) await redrawShowing(deps, event, screen);
    const run = await findRun(deps.db, runId);
    if (run === null) return;
    await tellPerson(deps, event.id, run.requestedById, {
      trail: (person) => [rootFor(person), systemPlace.address({}), ...screensOf(runId)],
      words: (t) => t('news-lm-run', { kind: run.kind, state: run.state }),
    });
  },
});
