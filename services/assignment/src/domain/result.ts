import { RESULTS_OF, type AssignmentKind, type AssignmentResult } from '@perezvon/contracts';

/** Why an assignment of this kind cannot end with this result; null: it can. */
export const refusalOfResult = (
  kind: AssignmentKind,
  result: AssignmentResult | null,
): 'assignment.result_missing' | 'assignment.result_not_of_kind' | null => {
  const possible = RESULTS_OF[kind];
  if (result === null) return possible.length === 0 ? null : 'assignment.result_missing';
  return possible.includes(result) ? null : 'assignment.result_not_of_kind';
};
