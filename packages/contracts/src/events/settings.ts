import { z } from 'zod';
import { defineEvent } from '../define.js';

/** The actor chose another language for himself, or changed what holds for everybody. */
export const settingsChanged = defineEvent({
  type: 'settings.changed',
  version: 1,
  payload: z.object({
    setting: z.enum(['language', 'contact', 'hours', 'average_booking', 'compensation_limit']),
  }),
});
