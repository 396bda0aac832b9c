import { Metrics, type CallScore } from '@perezvon/contracts';
import { Prisma, type Tx } from '@perezvon/db';
import { markReturningComplaints } from '@perezvon/db/calls';

/** A call's score with what its row copies from the call. */
export interface NewScore {
  score: CallScore;
  /** The revision of the call that was scored. */
  revision: number;
  /** ISO 8601 */
  callDate: string;
  operator: string | null;
}

const KEY = ['history_id', 'lm_version_tag'];

/** Every column of `call_scores`; those of the metrics bear the metrics' names. */
export const SCORE_COLUMNS: readonly string[] = [
  'history_id',
  'revision',
  'is_current',
  'call_date',
  'operator',
  'valid_dialogue',
  'outcome',
  'is_target',
  'gates',
  'evidence',
  'ruled_out',
  'promise',
  'scored_at',
  ...Object.keys(Metrics.shape),
];

// Names of our own columns, never input: they cannot be parameters.
const COLUMN_LIST = Prisma.raw(SCORE_COLUMNS.join(', '));
const REPLACE_ALL = Prisma.raw(
  SCORE_COLUMNS.filter((column) => !KEY.includes(column))
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);

const KEEP_CURRENT = Prisma.raw(
  SCORE_COLUMNS.filter((column) => !KEY.includes(column) && column !== 'is_current')
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);

const toRow = (
  { score, revision, callDate, operator }: NewScore,
  { isCurrent, scoredAt }: { isCurrent: boolean; scoredAt: Date },
) => {
  const { history_id, valid_dialogue, outcome, is_target, gates, evidence, ruled_out, promise, metrics } =
    score;
  return {
    ...metrics,
    history_id,
    revision,
    is_current: isCurrent,
    call_date: callDate,
    operator,
    valid_dialogue,
    outcome,
    is_target,
    gates,
    evidence,
    ruled_out,
    promise,
    scored_at: scoredAt.toISOString(),
  };
};

/** Scores by other versions step back. @returns the start of each call as its current score knows it */
const retireOtherVersions = async (
  tx: Tx,
  historyIds: readonly number[],
  lmVersionTag: string,
): Promise<Map<number, Date>> => {
  const rows = await tx.$queryRaw<{ history_id: bigint; call_date: Date }[]>`
    WITH previous AS (
      SELECT history_id, lm_version_tag, call_date FROM call_scores
      WHERE history_id = ANY(${[...historyIds]}::bigint[]) AND is_current
    ), retired AS (
      UPDATE call_scores s SET is_current = false FROM previous p
      WHERE s.history_id = p.history_id AND s.lm_version_tag = p.lm_version_tag AND p.lm_version_tag <> ${lmVersionTag}
    )
    SELECT history_id, call_date FROM previous`;
  return new Map(rows.map((row) => [Number(row.history_id), row.call_date]));
};

/**
 * Makes these scores, all of one version, the current ones of their calls. The caller holds the calls' locks and has
 * compared revisions: what is written here is the newest.
 * @returns the start of each call as its score told it before; a call that had none is left out
 */
export const storeCurrentScores = async (
  tx: Tx,
  lmVersionTag: string,
  scores: readonly NewScore[],
  scoredAt: Date,
): Promise<Map<number, Date>> => {
  const historyIds = scores.map(({ score }) => score.history_id);
  const previous = await retireOtherVersions(tx, historyIds, lmVersionTag);
  const rows = JSON.stringify(scores.map((score) => toRow(score, { isCurrent: true, scoredAt })));
  await tx.$executeRaw`
    INSERT INTO call_scores (${COLUMN_LIST})
    SELECT ${COLUMN_LIST} FROM jsonb_populate_recordset(NULL::call_scores, ${rows}::jsonb)
    ON CONFLICT (history_id, lm_version_tag) DO UPDATE SET ${REPLACE_ALL}`;
  await markReturningComplaints(tx, historyIds);
  return previous;
};

/**
 * Stores these scores beside the ones that are shown: what is current stays so, also when it is of the same version.
 * A score of a newer revision stays too: whoever scores in shadow holds up nobody, and may come late.
 */
export const storeScoresBeside = async (
  tx: Tx,
  scores: readonly NewScore[],
  scoredAt: Date,
): Promise<void> => {
  const rows = JSON.stringify(scores.map((score) => toRow(score, { isCurrent: false, scoredAt })));
  await tx.$executeRaw`
    INSERT INTO call_scores (${COLUMN_LIST})
    SELECT ${COLUMN_LIST} FROM jsonb_populate_recordset(NULL::call_scores, ${rows}::jsonb)
    ON CONFLICT (history_id, lm_version_tag) DO UPDATE SET ${KEEP_CURRENT}
      WHERE call_scores.revision <= excluded.revision`;
};
