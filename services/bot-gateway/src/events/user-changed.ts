import type { userChanged } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { userCardPlace } from '../screens/places/people.js';
import { findPerson } from '../store/people.js';
import { setCommandsFor } from '../telegram/commands.js';
import { codeKey } from '../text/code-key.js';
import { redrawShowing, settleAction, tellPerson } from './settle.js';

/** Somebody was decided about: the one who decided sees it, the others' open cards too, the person is told. */
export const userChangedHandler = (deps: GatewayDeps): EventHandler<typeof userChanged> => ({
  kind: 'effect',
  handle: async (event) => {
    const { userId, change } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done-user', change)), isRefusal: false });
    await redrawShowing(deps, event, userCardPlace.address({ userId }));

    const person = await findPerson(deps.db, userId);
    if (!person) return;
    await tellPerson(deps, event.id, userId, {
      trail: (told) => [rootFor(told)],
      words: (t) => t(codeKey('news-user', change), { role: t('role', { role: person.role ?? 'none' }) }),
    });
    await setCommandsFor(deps.api, deps.texts, person);
  },
});
