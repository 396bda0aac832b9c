/**
 * The updates that Telegram has handed out and that are not confirmed yet. Telegram forgets everything below the
 * next poll's offset, so the offset never passes an update whose handling is under way: a process that dies gets it
 * again. Those above it come again with every poll meanwhile, and are recognised.
 */
export interface UpdateWindow {
  /** The updates that were not seen yet; they count as under way from now on. */
  take<Update extends { update_id: number }>(updates: readonly Update[]): Update[];
  /** The handling is over, whatever came of it. */
  finish(updateId: number): void;
  /** What the next poll may confirm; undefined: nothing was seen yet. */
  offset(): number | undefined;
  /** How many are under way. */
  underWay(): number;
}

export const makeUpdateWindow = (): UpdateWindow => {
  const running = new Set<number>();
  const finished = new Set<number>();
  let next: number | undefined;

  const offset = () => (running.size > 0 ? Math.min(...running) : next);
  return {
    take: (updates) => {
      const fresh = updates.filter(({ update_id: id }) => !running.has(id) && !finished.has(id));
      for (const { update_id: id } of fresh) running.add(id);
      // Not the highest ever: after a quiet week Telegram goes on with ids at random.
      if (updates.length > 0) next = Math.max(...updates.map(({ update_id: id }) => id)) + 1;
      return fresh;
    },
    finish: (updateId) => {
      running.delete(updateId);
      finished.add(updateId);
      const confirmable = offset();
      if (confirmable === undefined) return;
      for (const id of finished) if (id < confirmable) finished.delete(id);
    },
    offset,
    underWay: () => running.size,
  };
};
