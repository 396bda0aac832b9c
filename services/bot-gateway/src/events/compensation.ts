import type {
  compensationDecided,
  CompensationMove,
  compensationProposed,
  Envelope,
} from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { findCompensation } from '../queries/compensations/find-compensation.js';
import { listDeciders } from '../queries/compensations/list-deciders.js';
import { rootFor } from '../screens/draw.js';
import { compensationPlace, compensationsPlace } from '../screens/places/compensations.js';
import { callCardPlace } from '../screens/places/work.js';
import type { StoredPerson } from '../store/people.js';
import { redrawShowing, settleAction, tellColleague } from './settle.js';

interface Changed {
  compensationId: number;
  historyId: number;
}

/** The screens that show a compensation: its card, its call's, the first page of those that wait. */
const redrawCompensation = async (
  deps: GatewayDeps,
  event: Envelope,
  { compensationId, historyId }: Changed,
): Promise<void> => {
  for (const screen of [
    compensationPlace.address({ compensationId }),
    callCardPlace.address({ historyId }),
    compensationsPlace.address({ view: 'waiting', direction: 'on' }),
  ])
    await redrawShowing(deps, event, screen);
};

/** Who is asked to decide; nobody when that has happened already. */
const listAsked = async (deps: GatewayDeps, compensationId: number): Promise<StoredPerson[]> => {
  const compensation = await findCompensation(deps.db, compensationId);
  if (compensation === null || compensation.state !== 'proposed') return [];
  const deciders = await listDeciders(deps.db, compensation);
  if (deciders.length === 0) deps.log.warn({ compensationId }, 'nobody can approve a compensation');
  return deciders;
};

/** Money is asked for: the proposer sees that it was taken, those who can approve it are asked. */
export const compensationProposedHandler = (
  deps: GatewayDeps,
): EventHandler<typeof compensationProposed> => ({
  kind: 'effect',
  handle: async (event) => {
    const { compensationId } = event.payload;
    await settleAction(deps, event, { words: (t) => t('done-compensation-proposed'), isRefusal: false });
    await redrawCompensation(deps, event, event.payload);
    for (const { id } of await listAsked(deps, compensationId)) {
      await tellColleague(deps, event.id, id, {
        trail: (person) => [rootFor(person), compensationPlace.address({ compensationId })],
        words: (t) => t('news-compensation-proposed'),
      });
    }
  },
});

/** Whether its proposer hears of an end with a message: not of what he did himself. */
const RINGS: Readonly<Record<CompensationMove, boolean>> = { approve: true, refuse: true, withdraw: false };

/** A proposal has ended: who ended it sees it, open screens follow, its proposer is told what to do now. */
export const compensationDecidedHandler = (deps: GatewayDeps): EventHandler<typeof compensationDecided> => ({
  kind: 'effect',
  handle: async (event) => {
    const { compensationId, proposedById, move } = event.payload;
    await settleAction(deps, event, {
      words: (t) => t('done-compensation-decided', { move }),
      isRefusal: false,
    });
    await redrawCompensation(deps, event, event.payload);
    if (!RINGS[move]) return;
    await tellColleague(deps, event.id, proposedById, {
      trail: (person) => [rootFor(person), compensationPlace.address({ compensationId })],
      words: (t) => t('news-compensation-decided', { move }),
    });
  },
});
