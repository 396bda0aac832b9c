import { withTransaction } from '@perezvon/db';
import type { GatewayDeps } from './deps.js';
import { editComposed } from './screens/adapter.js';
import { composeLine } from './screens/compose.js';
import { findPersonByTelegramId } from './store/people.js';
import { listLateMessages, markLateTold, type WaitingMessage } from './store/bot-screens.js';

/** An outcome usually comes within half a second: after this the person is told that it takes longer. */
const LATE_AFTER_MS = 4_000;
/** One round; the next one is two seconds away. */
const MAX_AT_ONCE = 50;

const tellLate = async (deps: GatewayDeps, message: WaitingMessage): Promise<void> => {
  const person = await findPersonByTelegramId(deps.db, BigInt(message.chatId));
  if (!(await withTransaction(deps.db, (tx) => markLateTold(tx, message)))) return;
  const t = deps.texts.in(person?.language ?? 'ru');
  await editComposed(deps.api, message, composeLine(t('action-late'), t));
};

/** Tells people whose action waits in a slow or broken queue that it is safe and comes by itself. */
export const tellLateAnswers = async (deps: GatewayDeps): Promise<void> => {
  const before = new Date(deps.now().getTime() - LATE_AFTER_MS);
  for (const message of await listLateMessages(deps.db, before, MAX_AT_ONCE))
    await deps.lanes.run(message.chatId, () => tellLate(deps, message));
};
