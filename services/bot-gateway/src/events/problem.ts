import type { PayloadOf, problemClosed, problemSaid } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { deliverProblems } from '../problems/deliver.js';
import { problemCardPlace, problemsPlace } from '../screens/places/problems.js';
import { redrawShowing, settleAction } from './settle.js';

/** The open screens that show a report. */
const screensOf = (reportId: number) => [
  problemCardPlace.address({ reportId }),
  problemsPlace.address({ filter: 'waiting', page: 0 }),
];

const doneKey = ({ side, isFirst }: PayloadOf<typeof problemSaid>): string => {
  if (side === 'developers') return 'done-problem-answered';
  return isFirst ? 'done-problem-sent' : 'done-problem-more';
};

/** Something was said in a report: who said it is told that it is on its way, and it is sent; its rows decide how long. */
export const problemSaidHandler = (deps: GatewayDeps): EventHandler<typeof problemSaid> => ({
  kind: 'effect',
  handle: async (event) => {
    const { payload } = event;
    const { reportId: id } = payload;
    await settleAction(deps, event, { words: (t) => t(doneKey(payload), { id }), isRefusal: false });
    // What is sent now shows the report as it is: redrawn afterwards it would lose the line that says what is new.
    for (const screen of screensOf(id)) await redrawShowing(deps, event, screen);
    await deliverProblems(deps);
  },
});

/** A report is closed: the screens that show it say so. */
export const problemClosedHandler = (deps: GatewayDeps): EventHandler<typeof problemClosed> => ({
  kind: 'effect',
  handle: async (event) => {
    const { reportId: id } = event.payload;
    await settleAction(deps, event, { words: (t) => t('done-problem-closed', { id }), isRefusal: false });
    for (const screen of screensOf(id)) await redrawShowing(deps, event, screen);
  },
});
