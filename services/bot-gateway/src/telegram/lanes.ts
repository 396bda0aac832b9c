/** Work that must not run side by side in one chat, and may in different ones. */
export interface Lanes {
  /**
   * Runs `work` after everything that was queued for this chat before it. Never call it from inside work of the
   * same chat: that would wait for itself.
   */
  run<T>(chatId: number, work: () => Promise<T>): Promise<T>;
}

/** Runs work while no other process works in this chat. */
export type Alone = <T>(chatId: number, work: () => Promise<T>) => Promise<T>;

/** One process only: nobody else to wait for. */
const alone: Alone = (_chatId, work) => work();

/**
 * One lane a chat: taps and events of one chat are drawn in the order they came.
 * @param across keeps the other gateways out of the chat meanwhile; left out where there are none
 */
export const makeLanes = (across: Alone = alone): Lanes => {
  const ends = new Map<number, Promise<void>>();
  const after = async <T>(before: Promise<void> | undefined, work: () => Promise<T>): Promise<T> => {
    await before;
    return work();
  };
  // A lane's end never rejects: the next one's work must not see another's error.
  const settled = async (running: Promise<unknown>): Promise<void> => {
    await Promise.allSettled([running]);
  };
  return {
    run: async (chatId, work) => {
      const running = after(ends.get(chatId), () => across(chatId, work));
      const end = settled(running);
      ends.set(chatId, end);
      await end;
      if (ends.get(chatId) === end) ends.delete(chatId);
      return running;
    },
  };
};
