import type { settingsChanged } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { contactsPlace } from '../screens/places/settings.js';
import { findPerson } from '../store/people.js';
import { setCommandsFor } from '../telegram/commands.js';
import { redrawShowing, settleAction } from './settle.js';

/** A person speaks another language now, commands included, or everybody has somebody else to write to. */
export const settingsChangedHandler = (deps: GatewayDeps): EventHandler<typeof settingsChanged> => ({
  kind: 'effect',
  handle: async (event) => {
    const { setting } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done', setting)), isRefusal: false });
    if (setting === 'contact') {
      await redrawShowing(deps, event, contactsPlace.address({}));
      return;
    }
    const person = event.actorId === null ? null : await findPerson(deps.db, event.actorId);
    if (person) await setCommandsFor(deps.api, deps.texts, person);
  },
});
