const MEGABYTE = 2 ** 20;

/** Memory of the process in megabytes: `resident` in all, `heap` what JavaScript holds. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

export const memoryNow = (): Memory => {
  const { rss, heapUsed } = process.memoryUsage();
  return { resident: rss / MEGABYTE, heap: heapUsed / MEGABYTE };
};

export const larger = (one: Memory, other: Memory): Memory => ({
  resident: Math.max(one.resident, other.resident),
  heap: Math.max(one.heap, other.heap),
});
