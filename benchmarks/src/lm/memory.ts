import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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

/** What is left when all garbage is gone: the only figure that tells whether something is kept from call to call. */
export const memoryKept = (): Memory => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return memoryNow();
};

export const larger = (one: Memory, other: Memory): Memory => ({
  resident: Math.max(one.resident, other.resident),
  heap: Math.max(one.heap, other.heap),
});
