import { problemAnswer, problemContinue } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import { insertOutbox } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { sendComposed } from '../screens/adapter.js';
import { composeLine } from '../screens/compose.js';
import { MAX_WORDS } from '../screens/problems/problem-report.js';
import { insertNote } from '../store/notes.js';
import { findRepliedTo } from '../store/problem-deliveries.js';
import { markHandled, updateKey } from '../store/updates.js';
import { isDevelopersChat } from './developer-chats.js';

/** Words that somebody wrote as a reply to a message of the bot. */
export interface Reply {
  updateId: number;
  chatId: number;
  messageId: number;
  /** The bot's message. */
  toMessageId: number;
  text: string;
}

/**
 * Takes a reply to a message of a report: the developers answer, the author goes on. What comes of it is told by the
 * report's events.
 * @returns false when the message is none of a report: the words are for somebody else
 */
export const handleReply = async (deps: GatewayDeps, person: Person, reply: Reply): Promise<boolean> => {
  const { updateId, chatId, messageId } = reply;
  const about = await findRepliedTo(deps.db, { chatId, messageId: reply.toMessageId });
  if (!about) return false;
  const words = reply.text.trim();
  if (words === '' || words.length > MAX_WORDS) {
    const t = deps.texts.in(person.language);
    const text = words === '' ? t('problem-words-needed') : t('problem-words-long', { max: MAX_WORDS });
    const isGroup = isDevelopersChat(deps, chatId);
    await sendComposed(
      deps.api,
      chatId,
      isGroup ? { text, rows: [], attachment: null } : composeLine(text, t),
    );
    return true;
  }
  const goesOn = about.side === 'developers' && about.authorId === person.id;
  const definition = goesOn ? problemContinue : problemAnswer;
  await withTransaction(deps.db, async (tx) => {
    await markHandled(tx, updateId);
    const at = deps.now();
    const noteId = await insertNote(tx, { authorId: person.id, text: words, now: at });
    const intent = definition.of(
      { reportId: about.reportId, noteId },
      { id: updateKey(updateId), actorId: person.id, at, origin: { chatId, messageId } },
    );
    await insertOutbox(tx, [{ queue: definition.owner, envelope: intent }]);
  });
  deps.queues.wakeRelay();
  return true;
};
