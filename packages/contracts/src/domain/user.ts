import { z } from 'zod';

/** `newcomer`: has written to the bot and has not asked for access yet. */
export const USER_STATUSES = ['newcomer', 'requested', 'active', 'rejected', 'blocked'] as const;
export const UserStatus = z.enum(USER_STATUSES);
export type UserStatus = z.infer<typeof UserStatus>;
