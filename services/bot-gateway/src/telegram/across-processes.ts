import { LockUnavailable, type HeldLocks } from '@perezvon/db';
import type { Log } from '@perezvon/messaging';
import type { Alone } from './lanes.js';

/** Tells the locks on chats from those of others: «chat» in ASCII. */
export const CHAT_LOCKS = 0x63686174;

/**
 * Keeps the other gateways out of a chat while this one works in it. When the lock cannot be asked for the work is
 * done all the same: then the database is away, the person has to be told so, and what an action changes is guarded by
 * its own transaction in any case.
 */
export const acrossProcesses =
  (locks: HeldLocks, log: Log): Alone =>
  async (chatId, work) => {
    try {
      return await locks.run(chatId, work);
    } catch (error) {
      if (!(error instanceof LockUnavailable)) throw error;
      log.warn({ err: error }, 'chat not locked: other gateways may work in it too');
      return work();
    }
  };
