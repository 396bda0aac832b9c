import type { userChanged } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { userCardPlace } from '../screens/places/people.js';
import { redrawAsAllowed } from '../screens/show.js';
import { findBotScreen, listMessagesIn } from '../store/bot-screens.js';
import { findPerson, type StoredPerson } from '../store/people.js';
import { setCommandsFor } from '../telegram/commands.js';
import { redrawShowing, settleAction, tellPerson } from './settle.js';

/** What his messages show is drawn as he may see it now: a screen that is not his any more does not stay open. */
const redrawOwn = async (deps: GatewayDeps, person: StoredPerson): Promise<void> => {
  const chatId = Number(person.telegramId);
  // In the lane: a recording may be on its way, which is one of his messages only when it is there.
  const messages = await deps.lanes.run(chatId, () => listMessagesIn(deps.db, chatId));
  for (const message of messages) {
    await deps.lanes.run(chatId, async () => {
      const state = await findBotScreen(deps.db, message);
      if (state) await redrawAsAllowed(deps, person, message, state.trail);
    });
  }
};

/** Somebody was decided about: the one who decided sees it, the others' open cards too; his own messages follow, and he is told. */
export const userChangedHandler = (deps: GatewayDeps): EventHandler<typeof userChanged> => ({
  kind: 'effect',
  handle: async (event) => {
    const { userId, change } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done-user', change)), isRefusal: false });
    await redrawShowing(deps, event, userCardPlace.address({ userId }));

    const person = await findPerson(deps.db, userId);
    if (!person) return;
    if (change === 'blocked' || change === 'role_set') await redrawOwn(deps, person);
    await tellPerson(deps, event.id, userId, {
      trail: (told) => [rootFor(told)],
      words: (t) => t(codeKey('news-user', change), { role: t('role', { role: person.role ?? 'none' }) }),
    });
    await setCommandsFor(deps.api, deps.texts, person);
  },
});
