/** Work that must not run side by side in one chat, and may in different ones. */
export interface Lanes {
  /**
   * Runs `work` after everything that was queued for this chat before it. Never call it from inside work of the
   * same chat: that would wait for itself.
   */
  run<T>(chatId: number, work: () => Promise<T>): Promise<T>;
}

/** One lane a chat: taps and events of one chat are drawn in the order they came. */
export const makeLanes = (): Lanes => {
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
      const running = after(ends.get(chatId), work);
      const end = settled(running);
      ends.set(chatId, end);
      await end;
      if (ends.get(chatId) === end) ends.delete(chatId);
      return running;
    },
  };
};
