import { PERIOD_DAYS } from '@perezvon/contracts';

/** Half a year: what is steady and what changes (scoring.md). Only figures look so far back, lists of calls do not. */
export const HALF_YEAR_DAYS = 180;
/** The periods of the figures, in clinic days. */
export const FIGURE_DAYS = [...PERIOD_DAYS, HALF_YEAR_DAYS] as const;
export type FigureDays = (typeof FIGURE_DAYS)[number];
