import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** The menu: where every way back ends. */
export const menuPlace = definePlace({ id: 'menu', permission: 'active', params: z.object({}) });
/** What somebody without access sees. */
export const welcomePlace = definePlace({ id: 'hello', permission: 'anyone', params: z.object({}) });
