/** What a piece of work took, in seconds. On a machine with other work the processor's time says more than the clock's. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

const US_PER_S = 1_000_000;
const MS_PER_S = 1_000;

export const costOf = (work: () => void): Cost => {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - startedAt) / MS_PER_S, cpu: (user + system) / US_PER_S };
};

/** The cost of one of `count` equal pieces of work. */
export const share = ({ wall, cpu }: Cost, count: number): Cost => ({ wall: wall / count, cpu: cpu / count });

export const sum = (one: Cost, other: Cost): Cost => ({
  wall: one.wall + other.wall,
  cpu: one.cpu + other.cpu,
});

export const NO_COST: Cost = { wall: 0, cpu: 0 };
