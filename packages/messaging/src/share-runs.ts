interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

interface Limits {
  /** Items of one run, at most. */
  size: number;
  /** Runs under way, at most. */
  runs: number;
}

/**
 * Turns a function over many items into one over a single item: what is asked for while earlier runs are under way
 * shares the next run, so that the runs grow with the load and a lone item waits for nobody. A run of several that
 * fails is repeated item by item: each gets its own result or error.
 * @param runAll answers in the order of its items
 */
export const shareRuns = <Item, Result>(
  runAll: (items: readonly Item[]) => Promise<readonly Result[]>,
  { size, runs }: Limits,
): ((item: Item) => Promise<Result>) => {
  const waiting: Waiting<Item, Result>[] = [];
  let running = 0;
  let scheduled = false;

  const runTogether = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await runAll(batch.map(({ item }) => item));
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const single of batch) await runTogether([single]);
    }
  };

  const start = (): void => {
    scheduled = false;
    while (running < runs && waiting.length > 0) {
      running += 1;
      void runTogether(waiting.splice(0, size)).finally(() => {
        running -= 1;
        start();
      });
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (scheduled) return;
      scheduled = true;
      // Whatever arrives in the same turn of the event loop comes along.
      setImmediate(start);
    });
};
