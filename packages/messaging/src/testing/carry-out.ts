import type { Envelope, QueueName } from '@perezvon/contracts';
import type { ProcessingDeps } from '../deps.js';
import type { IntentHandlers } from '../handlers.js';
import { processChecked } from '../process-message.js';
import { outboxMessages } from './outbox.js';

/**
 * Carries an intent out as its queue's consumer does; its events stay in the outbox.
 * @returns null when done, the reason when refused, `duplicate` for a second delivery
 */
export const carryOut = async <Q extends QueueName>(
  queue: Q,
  intent: Envelope,
  intents: IntentHandlers<Q>,
  deps: ProcessingDeps,
): Promise<string | null> => {
  const result = await processChecked(queue, intent, { intents, events: {} }, deps);
  if (result === 'done') return null;
  if (result === 'duplicate') return result;
  const denied = (await outboxMessages(deps.db)).findLast(({ causedBy }) => causedBy === intent.id);
  return String(Object(denied?.payload).reason);
};
