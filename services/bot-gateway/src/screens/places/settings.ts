import { z } from 'zod';
import { definePlace } from '../define-place.js';

/** «🔧 Настройки»: what a person chooses for himself, and whom to write to. */
export const settingsPlace = definePlace({ id: 'set', permission: 'active', params: z.object({}) });
