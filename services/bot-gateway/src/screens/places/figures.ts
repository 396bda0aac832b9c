import { METRIC_GROUPS } from '@perezvon/contracts';
import { z } from 'zod';
import { GRAINS } from '../../domain/columns.js';
import { FIGURE_DAYS } from '../../domain/figure-period.js';
import { OPERATOR_ORDERS } from '../../domain/operator-ranking.js';
import { definePlace } from '../define-place.js';

/** More pages than any clinic has operators or sources for. */
const MAX_PAGE = 999;
const days = z.literal(FIGURE_DAYS);
const page = z.int().min(0).max(MAX_PAGE);

/** «📈 Таблица метрик», one part of the metrics at a time. */
export const metricTablePlace = definePlace({
  id: 'metrics',
  permission: 'dashboard.view',
  params: z.object({ group: z.enum(METRIC_GROUPS), days }),
});

/** «Операторы»: staff's personal data, for people who may see single calls. */
export const operatorTablePlace = definePlace({
  id: 'dash-ops',
  permission: 'calls.view',
  params: z.object({ days, order: z.enum(OPERATOR_ORDERS), page }),
});

/** «Причины потерь». */
export const lossReasonsPlace = definePlace({
  id: 'dash-loss',
  permission: 'dashboard.view',
  params: z.object({ days }),
});

/** «Динамика»; a grain that the period cannot be seen in gives way to one that it can. */
export const dynamicsPlace = definePlace({
  id: 'dash-dyn',
  permission: 'dashboard.view',
  params: z.object({ days, grain: z.enum(GRAINS) }),
});

/** «Маркетинг»: where calls come from and what comes of them. */
export const marketingPlace = definePlace({
  id: 'dash-mkt',
  permission: 'dashboard.view',
  params: z.object({ days, page }),
});
