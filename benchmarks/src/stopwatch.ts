const MS_PER_S = 1_000;

/** How many a second, over the time that `work` took. */
export const perSecond = async (count: number, work: () => Promise<void> | void): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (count * MS_PER_S) / (performance.now() - startedAt);
};
