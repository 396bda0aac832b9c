import { rolesWith } from '@perezvon/access';
import type { disputeDecided, disputeOpened, Envelope } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { findDispute } from '../queries/disputes/find-dispute.js';
import { rootFor } from '../screens/draw.js';
import { disputePlace, disputesPlace } from '../screens/places/disputes.js';
import { callCardPlace } from '../screens/places/work.js';
import { listActivePeople, type StoredPerson } from '../store/people.js';
import { redrawShowing, settleAction, tellColleague } from './settle.js';

interface Changed {
  disputeId: number;
  historyId: number;
}

/** The screens that show a dispute: its card, the call's card, the first page of those that wait. */
const redrawDispute = async (
  deps: GatewayDeps,
  event: Envelope,
  { disputeId, historyId }: Changed,
): Promise<void> => {
  for (const screen of [
    disputePlace.address({ disputeId }),
    callCardPlace.address({ historyId }),
    disputesPlace.address({ view: 'open', direction: 'on' }),
  ])
    await redrawShowing(deps, event, screen);
};

/** Who is asked: the clinic's people without a part in it; developers only where there is nobody else. */
const listDeciders = async (deps: GatewayDeps, disputeId: number): Promise<StoredPerson[]> => {
  const dispute = await findDispute(deps.db, disputeId);
  // Decided, or gone with its call, before this came.
  if (dispute === null || dispute.state !== 'open') return [];
  const able = await listActivePeople(deps.db, rolesWith('calls.view'));
  const free = able.filter(({ id }) => !dispute.involved.has(id));
  if (free.length === 0) deps.log.warn({ disputeId }, 'nobody without a part in it can decide a dispute');
  const clinic = free.filter(({ role }) => role !== 'supreme_dev');
  return clinic.length === 0 ? free : clinic;
};

/** A score is disputed: its operator sees that it was taken, those who may decide are asked. */
export const disputeOpenedHandler = (deps: GatewayDeps): EventHandler<typeof disputeOpened> => ({
  kind: 'effect',
  handle: async (event) => {
    const { disputeId } = event.payload;
    await settleAction(deps, event, { words: (t) => t('done-dispute-opened'), isRefusal: false });
    await redrawDispute(deps, event, event.payload);
    for (const decider of await listDeciders(deps, disputeId)) {
      await tellColleague(deps, event.id, decider.id, {
        trail: (person) => [rootFor(person), disputePlace.address({ disputeId })],
        words: (t) => t('news-dispute-opened'),
      });
    }
  },
});

/** A dispute is decided: whoever decided sees it, open screens follow, the operator is told. */
export const disputeDecidedHandler = (deps: GatewayDeps): EventHandler<typeof disputeDecided> => ({
  kind: 'effect',
  handle: async (event) => {
    const { disputeId, openedById, outcome } = event.payload;
    await settleAction(deps, event, {
      words: (t) => t('done-dispute-decided', { outcome }),
      isRefusal: false,
    });
    await redrawDispute(deps, event, event.payload);
    await tellColleague(deps, event.id, openedById, {
      trail: (person) => [rootFor(person), disputePlace.address({ disputeId })],
      words: (t) => t('news-dispute-decided', { outcome }),
    });
  },
});
