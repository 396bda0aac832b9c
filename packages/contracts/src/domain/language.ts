import { z } from 'zod';

/** What the bot speaks; Russian first: it is also what a person with another language reads. */
export const LANGUAGES = ['ru', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;
