import { ASSIGNMENT_STATES } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import { listOperatorNumbers, type PeriodNumbers } from '@perezvon/db/figures';
import type { Period } from '@perezvon/db/calls';
import { NO_NUMBERS, type WorkNumbers } from '../../domain/team-numbers.js';

interface CallbackRow {
  code: string;
  due: number;
  inTime: number;
}

/** Cancelled ones were nobody's to do. */
const COUNTED_STATES = ASSIGNMENT_STATES.filter((state) => state !== 'cancelled');

/** The call-backs of the people behind the codes whose deadline lies in the period and has come. */
const listCallbacks = (
  db: Db,
  { since, until }: Pick<Period, 'since' | 'until'>,
  now: Date,
): Promise<CallbackRow[]> =>
  db.$queryRaw<CallbackRow[]>`
    SELECT u.operator_code AS code, count(*)::int AS due,
      (count(*) FILTER (WHERE a.state = 'done' AND a.closed_at <= a.due_at))::int AS "inTime"
    FROM assignments a JOIN users u ON u.id = a.owner_id
    WHERE a.state = ANY(${COUNTED_STATES}::"AssignmentState"[]) AND a.kind = 'callback'
      AND a.due_at >= ${since} AND a.due_at < ${until < now ? until : now}
      AND u.operator_code IS NOT NULL AND u.status = 'active'
    GROUP BY u.operator_code`;

const workOf = (numbers: PeriodNumbers): WorkNumbers => ({
  calls: numbers.calls,
  conversion: { count: numbers.records, base: numbers.targetCalls },
  quality: { count: numbers.qualitySum, base: numbers.qualityCalls },
  complaint: { count: numbers.complaintRed, base: numbers.validDialogues },
  callbacks: NO_NUMBERS.callbacks,
});

/**
 * What each operator of the calls did in a period, by code: from the roll-ups, days × operators rows however many calls
 * there were, and from the call-backs that fell due.
 */
export const listTeamNumbers = async (
  db: Db,
  period: Pick<Period, 'firstDay' | 'lastDay' | 'since' | 'until'>,
  now: Date,
): Promise<Map<string, WorkNumbers>> => {
  const [operators, callbacks] = await Promise.all([
    listOperatorNumbers(db, period),
    listCallbacks(db, period, now),
  ]);
  const team = new Map<string, WorkNumbers>();
  for (const { operator, numbers } of operators) if (operator !== null) team.set(operator, workOf(numbers));
  for (const { code, due, inTime } of callbacks)
    team.set(code, { ...(team.get(code) ?? NO_NUMBERS), callbacks: { count: inTime, base: due } });
  return team;
};
