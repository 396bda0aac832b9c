import type { assignmentCreated } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { assignmentCardPlace } from '../screens/places/work.js';
import { settleAction, tellColleague } from './settle.js';

/** A new assignment: the giver's screen shows it, its owner's phone rings. */
export const assignmentCreatedHandler = (deps: GatewayDeps): EventHandler<typeof assignmentCreated> => ({
  kind: 'effect',
  handle: async (event) => {
    const { assignmentId, ownerId } = event.payload;
    const isOwn = ownerId === event.actorId;
    await settleAction(deps, event, {
      words: (t) => t(isOwn ? 'done-assignment-created-own' : 'done-assignment-created'),
      isRefusal: false,
    });
    if (isOwn) return;
    await tellColleague(deps, event.id, ownerId, {
      trail: (person) => [rootFor(person), assignmentCardPlace.address({ assignmentId })],
      words: (t) => t('news-assignment-created'),
    });
  },
});
