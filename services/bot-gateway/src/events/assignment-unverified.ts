import type { assignmentUnverified } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { assignmentCardPlace } from '../screens/places/work.js';
import { redrawShowing, tellColleague } from './settle.js';

/**
 * The call that proved a callback turned out to be none that does: open cards follow, and who gave it learns that it is
 * done on its owner's word alone. He may send it back.
 */
export const assignmentUnverifiedHandler = (
  deps: GatewayDeps,
): EventHandler<typeof assignmentUnverified> => ({
  kind: 'effect',
  handle: async (event) => {
    const { assignmentId, byCall, givenById } = event.payload;
    const card = assignmentCardPlace.address({ assignmentId });
    await redrawShowing(deps, event, card);
    await tellColleague(deps, event.id, givenById, {
      trail: (person) => [rootFor(person), card],
      words: (t) => t('news-assignment-unverify', { call: byCall }),
    });
  },
});
