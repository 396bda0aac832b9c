import { OPEN_LM_RUN_STATES, type LmRunKind, type RulesetState } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { ComparisonState, createComparison, type ComparisonResult } from '@perezvon/lm/compare';
import { DateTime } from 'luxon';
import { SHOWN } from '@perezvon/db/calls';

const RUN = {
  id: true,
  kind: true,
  state: true,
  lmVersionTag: true,
  since: true,
  until: true,
  totalCalls: true,
  doneCalls: true,
  failedCalls: true,
  workedMs: true,
  createdAt: true,
  finishedAt: true,
  requestedById: true,
} as const satisfies Prisma.LmRunSelect;
export type LmRunRow = Prisma.LmRunGetPayload<{ select: typeof RUN }>;

/** Runs that are over and still shown. */
const RECENT = 5;

/** What runs now, and the last that were over. */
export const listRuns = async (db: Db): Promise<{ open: LmRunRow[]; over: LmRunRow[] }> => {
  const open = { in: [...OPEN_LM_RUN_STATES] };
  return {
    open: await db.lmRun.findMany({ where: { state: open }, orderBy: { id: 'asc' }, select: RUN }),
    over: await db.lmRun.findMany({
      where: { state: { notIn: open.in } },
      orderBy: { id: 'desc' },
      take: RECENT,
      select: RUN,
    }),
  };
};

export const findRun = (db: Db, runId: number): Promise<LmRunRow | null> =>
  db.lmRun.findUnique({ where: { id: runId }, select: RUN });

/** Versions offered for a run: the newest; an older one is run from its card. */
const MAX_VERSIONS = 10;

/** Versions that a run of this kind may use: a rescore those that score new calls too, a backtest all but the active. */
export const listRunnableVersions = (
  db: Db,
  kind: LmRunKind,
): Promise<{ tag: string; state: RulesetState }[]> =>
  db.lmRuleset.findMany({
    where: { kind: 'rules', state: { not: kind === 'rescore' ? 'retired' : 'active' } },
    orderBy: [{ state: 'asc' }, { createdAt: 'desc' }],
    take: MAX_VERSIONS,
    select: { tag: true, state: true },
  });

/** A backtest with what it has found so far. */
export interface RunReport {
  run: LmRunRow;
  result: ComparisonResult;
}

/** null: there is no such run, or it has compared nothing yet. */
export const findRunReport = async (db: Db, runId: number): Promise<RunReport | null> => {
  const found = await db.lmRun.findUnique({ where: { id: runId }, select: { ...RUN, report: true } });
  if (found === null || found.report === null) return null;
  const { report, ...run } = found;
  return { run, result: createComparison(ComparisonState.parse(report)).result() };
};

/**
 * About how many calls started on the clinic day of `since` or later (null: ever), from the roll-ups: a screen does not
 * count calls.
 */
export const countCallsSince = async (
  db: Db,
  { since, timezone }: { since: Date | null; timezone: string },
): Promise<number> => {
  const firstDay = since && DateTime.fromJSDate(since, { zone: timezone }).toISODate();
  const { _sum } = await db.dailyRollup.aggregate({
    where: { lmVersionTag: SHOWN, ...(firstDay !== null && { day: { gte: new Date(firstDay) } }) },
    _sum: { calls: true },
  });
  return _sum.calls ?? 0;
};
