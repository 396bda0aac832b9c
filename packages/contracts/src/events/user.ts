import { z } from 'zod';
import { defineEvent } from '../define.js';
import { UserId } from '../domain/ids.js';

export const userAccessRequested = defineEvent({
  type: 'user.access_requested',
  version: 1,
  payload: z.object({ userId: UserId }),
});

/** Somebody decided about a person: `change` says what. */
export const userChanged = defineEvent({
  type: 'user.changed',
  version: 1,
  payload: z.object({
    userId: UserId,
    change: z.enum(['approved', 'rejected', 'role_set', 'blocked', 'unblocked']),
  }),
});
