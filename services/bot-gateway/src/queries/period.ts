export { PERIOD_DAYS, type PeriodDays } from '@perezvon/contracts';
export { periodBefore, periodEnding, type Period } from '@perezvon/db/calls';
