import type { rulesetChanged } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { refOfTag } from '../domain/version-ref.js';
import { systemPlace, versionCardPlace, versionsPlace } from '../screens/places/system.js';
import { redrawShowing, settleAction } from './settle.js';

/** A version of the rules came into another state: whoever did it sees it, and so do the others' open screens. */
export const rulesetChangedHandler = (deps: GatewayDeps): EventHandler<typeof rulesetChanged> => ({
  kind: 'effect',
  handle: async (event) => {
    const { tag, state, previousTag } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done-ruleset', state)), isRefusal: false });
    const cards = [tag, ...(previousTag === null ? [] : [previousTag])];
    for (const screen of [
      systemPlace.address({}),
      versionsPlace.address({ page: 0 }),
      ...cards.map((one) => versionCardPlace.address({ version: refOfTag(one) })),
    ])
      await redrawShowing(deps, event, screen);
  },
});
