/** Where the demo's clients come from; by these the demo finds its own calls again. */
export const DEMO_SOURCES = ['Сайт', 'Яндекс Карты', '2ГИС', 'Рекомендации'] as const;
export type DemoSource = (typeof DEMO_SOURCES)[number];

/** Calls of the demo, in a question to the database. */
export const OF_THE_DEMO = { in: [...DEMO_SOURCES] };
