import { rolesWith } from '@perezvon/access';
import type { userAccessRequested } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { userCardPlace } from '../screens/places/people.js';
import { listActivePeople } from '../store/people.js';
import { settleAction, tellPerson } from './settle.js';

/** Somebody asks for access: everybody who may decide gets a message that rings, with the person's card. */
export const accessRequestedHandler = (deps: GatewayDeps): EventHandler<typeof userAccessRequested> => ({
  kind: 'effect',
  handle: async (event) => {
    const { userId } = event.payload;
    await settleAction(deps, event, { words: null, isRefusal: false });
    const deciders = await listActivePeople(deps.db, rolesWith('users.manage'));
    if (deciders.length === 0) deps.log.warn({ userId }, 'nobody can decide about a request for access');
    for (const decider of deciders) {
      await tellPerson(deps, event.id, decider.id, {
        trail: (person) => [rootFor(person), userCardPlace.address({ userId })],
        words: (t) => t('news-access-requested'),
      });
    }
  },
});
