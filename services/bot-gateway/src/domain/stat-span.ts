/** What a person looks back on; every span ends with today. */
export const STAT_SPANS = ['day', 'week', 'month'] as const;
export type StatSpan = (typeof STAT_SPANS)[number];

/** Clinic days of each span. */
export const SPAN_DAYS = { day: 1, week: 7, month: 30 } as const satisfies Record<StatSpan, number>;
