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
  return {
    run: (chatId, work) => {
      const before = ends.get(chatId);
      const running = (async () => {
        await before;
        return work();
      })();
      // A lane's end never rejects: the next one's work must not see another's error.
      const end = (async () => {
        await Promise.allSettled([running]);
        if (ends.get(chatId) === end) ends.delete(chatId);
      })();
      ends.set(chatId, end);
      return running;
    },
  };
};
