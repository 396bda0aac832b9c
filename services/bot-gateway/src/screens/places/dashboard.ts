import { z } from 'zod';
import { PERIOD_DAYS } from '@perezvon/contracts';
import { definePlace } from '../define-place.js';

/** «📊 Дашборд»: the numbers of a period. */
export const dashboardPlace = definePlace({
  id: 'dash',
  permission: 'dashboard.view',
  params: z.object({ days: z.literal(PERIOD_DAYS) }),
});
