import type { LmRunKind, LmRunState } from '@perezvon/contracts';
import { Prisma, type Db, type Tx } from '@perezvon/db';

/** The calls that a run is about: those that started in [since, until); null: no bound. */
export interface RunPeriod {
  since: Date | null;
  until: Date | null;
}

/** A run's place: the last call of its last finished step, by start and id. */
export interface RunPlace {
  callDate: Date;
  historyId: bigint;
}

export interface Run extends RunPeriod {
  id: number;
  kind: LmRunKind;
  state: LmRunState;
  lmVersionTag: string;
  totalCalls: number;
  doneCalls: number;
  failedCalls: number;
  /** null: no step has finished yet. */
  place: RunPlace | null;
  /** A backtest's comparison so far, as it was stored. */
  report: unknown;
  workedMs: number;
}

interface RunRow {
  id: number;
  kind: LmRunKind;
  state: LmRunState;
  lm_version_tag: string;
  since: Date | null;
  until: Date | null;
  total_calls: number;
  done_calls: number;
  failed_calls: number;
  place_call_date: Date | null;
  place_history_id: bigint | null;
  report: unknown;
  worked_ms: bigint;
}

const toRun = (row: RunRow): Run => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  lmVersionTag: row.lm_version_tag,
  since: row.since,
  until: row.until,
  totalCalls: row.total_calls,
  doneCalls: row.done_calls,
  failedCalls: row.failed_calls,
  place:
    row.place_call_date === null || row.place_history_id === null
      ? null
      : { callDate: row.place_call_date, historyId: row.place_history_id },
  report: row.report,
  workedMs: Number(row.worked_ms),
});

/** The run, locked until the end of the transaction: its steps and what people decide about it wait for each other. */
export const lockRun = async (tx: Tx, runId: number): Promise<Run | null> => {
  const [row] = await tx.$queryRaw<RunRow[]>`
    SELECT id, kind::text AS kind, state::text AS state, lm_version_tag, since, until, total_calls, done_calls,
      failed_calls, place_call_date, place_history_id, report, worked_ms
    FROM lm_runs WHERE id = ${runId} FOR UPDATE`;
  return row ? toRun(row) : null;
};

interface NewRun extends RunPeriod {
  kind: LmRunKind;
  lmVersionTag: string;
  totalCalls: number;
  requestedById: number;
  at: Date;
}

/** Opens a run. @returns its id; null when another of its kind is open: the database holds that there is one */
export const insertRun = async (tx: Tx, run: NewRun): Promise<number | null> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO lm_runs (kind, lm_version_tag, since, until, total_calls, requested_by_id, created_at, updated_at)
    VALUES (${run.kind}::"LmRunKind", ${run.lmVersionTag}, ${run.since}, ${run.until}, ${run.totalCalls},
      ${run.requestedById}, ${run.at}, ${run.at})
    ON CONFLICT (kind) WHERE state IN ('running', 'paused') DO NOTHING
    RETURNING id`;
  return row?.id ?? null;
};

/** Moves a locked run; `finishedAt` is set when the state ends it. */
export const markRunState = async (
  tx: Tx,
  { runId, state, at }: { runId: number; state: LmRunState; at: Date },
): Promise<void> => {
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled';
  await tx.lmRun.update({
    where: { id: runId },
    data: { state, updatedAt: at, ...(isOver && { finishedAt: at }) },
  });
};

interface StepResult {
  runId: number;
  place: RunPlace;
  doneCalls: number;
  failedCalls: number;
  workedMs: number;
  /** undefined: the run has none. */
  report: Prisma.InputJsonValue | undefined;
  at: Date;
}

/** Saves what a step of a locked run has done, and the place where the next one goes on. */
export const markStepDone = async (tx: Tx, step: StepResult): Promise<void> => {
  await tx.lmRun.update({
    where: { id: step.runId },
    data: {
      placeCallDate: step.place.callDate,
      placeHistoryId: step.place.historyId,
      doneCalls: step.doneCalls,
      failedCalls: step.failedCalls,
      workedMs: Math.round(step.workedMs),
      updatedAt: step.at,
      ...(step.report !== undefined && { report: step.report }),
    },
  });
};

const inPeriod = ({ since, until }: RunPeriod): Prisma.Sql =>
  Prisma.sql`(${since}::timestamptz IS NULL OR c.call_date >= ${since}::timestamptz)
    AND (${until}::timestamptz IS NULL OR c.call_date < ${until}::timestamptz)`;

/** How many calls a period has. */
export const countCalls = async (db: Db, period: RunPeriod): Promise<number> => {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT count(*)::int AS calls FROM calls c WHERE ${inPeriod(period)}`;
  return row?.calls ?? 0;
};

/**
 * The next calls of a period, by start and id.
 * @param after null: from the period's beginning
 * @param limit the cost is that of so many rows, wherever the place is
 */
export const listCallsAfter = async (
  db: Db,
  { period, after, limit }: { period: RunPeriod; after: RunPlace | null; limit: number },
): Promise<RunPlace[]> => {
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(c.call_date, c.history_id) > (${after.callDate}, ${after.historyId})`;
  const rows = await db.$queryRaw<{ call_date: Date; history_id: bigint }[]>`
    SELECT c.call_date, c.history_id FROM calls c
    WHERE ${inPeriod(period)} AND ${beyond}
    ORDER BY c.call_date, c.history_id LIMIT ${limit}`;
  return rows.map((row) => ({ callDate: row.call_date, historyId: row.history_id }));
};
