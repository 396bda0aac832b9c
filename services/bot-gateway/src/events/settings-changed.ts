import type { PayloadOf, settingsChanged } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import type { Address } from '../screens/define-place.js';
import { compensationLimitsPlace } from '../screens/places/compensations.js';
import { clinicHoursPlace } from '../screens/places/clinic-hours.js';
import { averageBookingPlace } from '../screens/places/control.js';
import { contactsPlace } from '../screens/places/settings.js';
import { findPerson } from '../store/people.js';
import { setCommandsFor } from '../telegram/commands.js';
import { redrawShowing, settleAction } from './settle.js';

/** The screen that shows what holds for everybody; left out: the setting is the actor's own. */
const SHOWN_BY: Partial<Record<PayloadOf<typeof settingsChanged>['setting'], Address>> = {
  contact: contactsPlace.address({}),
  average_booking: averageBookingPlace.address({}),
  hours: clinicHoursPlace.address({}),
  compensation_limit: compensationLimitsPlace.address({}),
};

/** A person speaks another language now, commands included, or something else holds for everybody. */
export const settingsChangedHandler = (deps: GatewayDeps): EventHandler<typeof settingsChanged> => ({
  kind: 'effect',
  handle: async (event) => {
    const { setting } = event.payload;
    await settleAction(deps, event, { words: (t) => t(codeKey('done', setting)), isRefusal: false });
    const shown = SHOWN_BY[setting];
    if (shown) {
      await redrawShowing(deps, event, shown);
      return;
    }
    const person = event.actorId === null ? null : await findPerson(deps.db, event.actorId);
    if (person) await setCommandsFor(deps.api, deps.texts, person);
  },
});
