import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Prisma } from '@perezvon/db';
import { createProgress, EXIT, InputError, writeLine, type LmCliIo } from '@perezvon/lm/cli';
import { timeText } from '../versions/time-text.js';

const RUN = {
  id: true,
  state: true,
  lmVersionTag: true,
  since: true,
  until: true,
  totalCalls: true,
  doneCalls: true,
  failedCalls: true,
  workedMs: true,
  finishedAt: true,
} as const satisfies Prisma.LmRunSelect;
type Run = Prisma.LmRunGetPayload<{ select: typeof RUN }>;

const POLL_EVERY_MS = 500;
const MS_PER_S = 1_000;
const PERCENT = 100;

const isOpen = ({ state }: Run): boolean => state === 'running' || state === 'paused';

const periodText = ({ since, until }: Run): string => {
  if (since === null && until === null) return 'all calls';
  return `calls${since === null ? '' : ` since ${timeText(since)}`}${until === null ? '' : ` before ${timeText(until)}`}`;
};

const leftText = ({ state, totalCalls, doneCalls, workedMs }: Run): string => {
  if (state !== 'running' || doneCalls === 0) return '';
  const leftMs = (Number(workedMs) / doneCalls) * Math.max(0, totalCalls - doneCalls);
  return `, about ${Math.ceil(leftMs / MS_PER_S)} s of work left`;
};

const runText = (run: Run): string => {
  const { id, state, lmVersionTag, totalCalls, doneCalls, failedCalls } = run;
  const percent = Math.min(PERCENT, Math.floor((PERCENT * doneCalls) / Math.max(1, totalCalls)));
  const failed = failedCalls === 0 ? '' : `, ${failedCalls} calls broke the engine`;
  return `rescore ${id} under ${lmVersionTag}, ${periodText(run)}: ${state}, ${doneCalls} of ${totalCalls} (${percent} %)${leftText(run)}${failed}`;
};

const findLast = (db: Db): Promise<Run | null> =>
  db.lmRun.findFirst({ where: { kind: 'rescore' }, orderBy: { id: 'desc' }, select: RUN });

/** The id of the rescore that is on its way. @throws InputError when there is none */
export const findOpenRunId = async (db: Db): Promise<number> => {
  const run = await findLast(db);
  if (run === null || !isOpen(run)) throw new InputError('no rescore is on its way');
  return run.id;
};

/** Follows the run until it ends or is paused, with a bar on a terminal. */
const watch = async (db: Db, io: LmCliIo, begun: Run): Promise<Run> => {
  const progress = createProgress(io, 'Rescored', begun.totalCalls, Date.now);
  let run = begun;
  let shown = 0;
  while (run.state === 'running') {
    for (; shown < run.doneCalls; shown += 1) progress.step();
    await pause(POLL_EVERY_MS);
    run = await db.lmRun.findUniqueOrThrow({ where: { id: begun.id }, select: RUN });
  }
  progress.stop();
  return run;
};

/**
 * Says how the last rescore is.
 * @returns the exit code: 1 when it failed
 */
export const sayStatus = async (
  db: Db,
  io: LmCliIo,
  { isWatched }: { isWatched: boolean },
): Promise<number> => {
  const last = await findLast(db);
  if (last === null) {
    await writeLine(io.stdout, 'There was no rescore yet.');
    return EXIT.ok;
  }
  const run = isWatched ? await watch(db, io, last) : last;
  await writeLine(io.stdout, runText(run));
  return run.state === 'failed' ? EXIT.failed : EXIT.ok;
};
