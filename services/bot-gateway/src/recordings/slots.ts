/** Work of which only so much may run at the same time; the rest waits in its order. */
export interface Slots {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** @param count at least 1 */
export const makeSlots = (count: number): Slots => {
  const waiting: (() => void)[] = [];
  let free = count;
  const take = (): Promise<void> => {
    if (free === 0)
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    free -= 1;
    return Promise.resolve();
  };
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    run: async (work) => {
      await take();
      try {
        return await work();
      } finally {
        giveBack();
      }
    },
  };
};
