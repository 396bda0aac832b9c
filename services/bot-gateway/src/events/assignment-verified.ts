import type { assignmentVerified } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { assignmentCardPlace } from '../screens/places/work.js';
import { redrawShowing, tellColleague } from './settle.js';

/**
 * A later call has proved a callback: open cards follow, its owner learns that nothing is left to do, and who gave it
 * that it is done. What was said to be done before rings nobody again.
 */
export const assignmentVerifiedHandler = (deps: GatewayDeps): EventHandler<typeof assignmentVerified> => ({
  kind: 'effect',
  handle: async (event) => {
    const { assignmentId, from, ownerId, givenById } = event.payload;
    const card = assignmentCardPlace.address({ assignmentId });
    await redrawShowing(deps, event, card);
    if (from === 'done') return;
    for (const personId of new Set([ownerId, givenById])) {
      await tellColleague(deps, event.id, personId, {
        trail: (person) => [rootFor(person), card],
        words: (t) => t('news-assignment-verify'),
      });
    }
  },
});
