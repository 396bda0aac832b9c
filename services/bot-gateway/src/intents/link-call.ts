import { callLinked, type callLink } from '@perezvon/contracts';
import { done, refused, type IntentHandler } from '@perezvon/messaging';
import { mayReadCall } from '../queries/calls/call-access.js';
import { ensureCallLink } from '../store/call-links.js';

/** Gives a call its name in links; one that it has already stays. */
export const linkCall: IntentHandler<typeof callLink> = async (intent, { tx, now, actor }) => {
  const { historyId } = intent.payload;
  if (!(await mayReadCall(tx, { ...actor, operatorCode: null }, historyId))) return refused('call.not_found');
  await ensureCallLink(tx, { historyId, createdById: actor.id, now: now() });
  return done(callLinked.of({ historyId }), { before: null, after: null });
};
