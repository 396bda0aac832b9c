import { may } from '@perezvon/access';
import { type Role, MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import type { PeriodNumbers } from '@perezvon/db/figures';

/**
 * Whether a number taken from `calls` calls may be shown to somebody. Who may open the calls themselves sees any; others
 * see none behind which single clients could be recognised.
 */
export const maySeeNumber = (role: Role | null, calls: number): boolean =>
  calls >= MIN_CALLS_TO_COMPARE || may(role, 'calls.view');

/** The same of a window's numbers as a whole: of its smallest base. */
export const maySeeNumbers = (role: Role | null, numbers: PeriodNumbers): boolean =>
  maySeeNumber(role, Math.min(numbers.validDialogues, numbers.targetCalls, numbers.qualityCalls));
