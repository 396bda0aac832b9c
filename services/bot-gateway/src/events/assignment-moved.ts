import type { assignmentMoved, PersonMove, PayloadOf } from '@perezvon/contracts';
import type { EventHandler } from '@perezvon/messaging';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { rootFor } from '../screens/draw.js';
import { assignmentCardPlace } from '../screens/places/work.js';
import { redrawShowing, settleAction, tellColleague } from './settle.js';

type Moved = PayloadOf<typeof assignmentMoved>;

/** Whom a move concerns besides the one who made it. Steps on the way ring nobody: open screens show them. */
const CONCERNED: Record<PersonMove, (moved: Moved) => number[]> = {
  accept: () => [],
  start: () => [],
  complete: ({ givenById }) => [givenById],
  fail: ({ givenById }) => [givenById],
  extend: ({ ownerId, givenById }) => [ownerId, givenById],
  pause: ({ ownerId, givenById }) => [ownerId, givenById],
  resume: ({ ownerId, givenById }) => [ownerId, givenById],
  reassign: ({ ownerId }) => [ownerId],
  cancel: ({ ownerId }) => [ownerId],
  return: ({ ownerId }) => [ownerId],
};

/** People to tell of a move with a new message; never the one who made it. */
export const toTell = (moved: Moved, actorId: number | null): number[] => [
  ...new Set(CONCERNED[moved.move](moved).filter((personId) => personId !== actorId)),
];

/** An assignment moved on: who acted sees it, open cards follow, who has to know is told. */
export const assignmentMovedHandler = (deps: GatewayDeps): EventHandler<typeof assignmentMoved> => ({
  kind: 'effect',
  handle: async (event) => {
    const { assignmentId, move, ownerId, previousOwnerId } = event.payload;
    const card = assignmentCardPlace.address({ assignmentId });
    await settleAction(deps, event, { words: (t) => t(codeKey('done-assignment', move)), isRefusal: false });
    await redrawShowing(deps, event, card);
    for (const personId of toTell(event.payload, event.actorId)) {
      await tellColleague(deps, event.id, personId, {
        trail: (person) => [rootFor(person), card],
        words: (t) => t(codeKey('news-assignment', move)),
      });
    }
    if (ownerId === previousOwnerId || previousOwnerId === event.actorId) return;
    await tellColleague(deps, event.id, previousOwnerId, {
      trail: (person) => [rootFor(person)],
      words: (t) => t('news-assignment-taken', { assignment: assignmentId }),
    });
  },
});
