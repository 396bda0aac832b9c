import { METRICS, MIN_CALLS_TO_COMPARE } from '@perezvon/contracts';
import { listOperatorNumbers, sumNumbers, type PeriodNumbers } from '@perezvon/db/figures';
import { periodBefore, periodEnding } from '@perezvon/db/calls';
import type { Change } from '../../domain/compare.js';
import { levelUnder } from '../../domain/level.js';
import { operatorKey } from '../../domain/operator-key.js';
import { OPERATOR_ORDERS, rankOperators, type RankedOperator } from '../../domain/operator-ranking.js';
import { averageQuality, partsOf } from '../../domain/period-lines.js';
import type { PersonName } from '../../people/person.js';
import { findOperatorNames } from '../../queries/people/operator-names.js';
import { pageOfAll } from '../../queries/page.js';
import { join, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { changeWords, periodArgs, periodRow, shown } from './figure-words.js';
import { inRows } from '../in-rows.js';
import { operatorWords } from '../operators/operator-words.js';
import { turnButtons } from '../page-buttons.js';
import { operatorTablePlace } from '../places/figures.js';
import { operatorPagePlace } from '../places/operators.js';

/** Three lines and a button each. */
const PAGE_SIZE = 8;
const BUTTONS_IN_ROW = 2;

interface TableRow extends RankedOperator {
  /** null: nobody in the bot has the code. */
  name: PersonName | null;
}

const nameWords = ({ operator: code, name }: TableRow, t: Translate): Html =>
  operatorWords({ code, name }, t);

type Order = (typeof OPERATOR_ORDERS)[number];

const qualityWords = (numbers: PeriodNumbers, change: Change | null, t: Translate): Html[] => {
  const quality = averageQuality(numbers);
  if (quality === null) return [];
  return [
    t('operators-quality', {
      light: t('light', { level: levelUnder(quality, METRICS.normalized_call_score) }),
      value: shown(quality),
      change: changeWords(change, 'points', t),
    }),
  ];
};

const partWords = (numbers: PeriodNumbers, name: Exclude<Order, 'quality'>, t: Translate): Html => {
  const { count, base } = partsOf(numbers)[name];
  return t('operators-part', { name, count, base });
};

/** One number in full, with its change. */
const measureWords = ({ now, place, value, change }: TableRow, order: Order, t: Translate): Html[] => {
  if (order === 'quality') return qualityWords(now, change, t);
  const part = partWords(now, order, t);
  if (place === null || value === null) return [part];
  return [t('operators-share', { part, percent: shown(value), change: changeWords(change, 'percent', t) })];
};

/** Whose calls; the number that the order goes by; the others with their bases. */
const operatorLines = (row: TableRow, order: Order, t: Translate): Html[] => {
  const others = OPERATOR_ORDERS.filter((name) => name !== order).flatMap((name) =>
    name === 'quality' ? qualityWords(row.now, null, t) : [partWords(row.now, name, t)],
  );
  return [
    t('operators-head', { place: row.place ?? 'none', name: nameWords(row, t), calls: row.now.calls }),
    ...measureWords(row, order, t),
    join(others, ' · '),
  ];
};

/** «Операторы»: the worst first by what is chosen; with too few calls nobody has a place. */
export const operatorTable = defineScreen({
  ...operatorTablePlace,
  load: async ({ db, now, timezone }, { days, order, page }) => {
    const period = periodEnding(now(), days, timezone);
    const [present, past] = await Promise.all([
      listOperatorNumbers(db, period),
      listOperatorNumbers(db, periodBefore(period, timezone)),
    ]);
    const before = new Map(past.map(({ operator, numbers }) => [operator, numbers]));
    const operators = present.flatMap(({ operator, numbers }) =>
      operator === null ? [] : [{ operator, now: numbers, before: before.get(operator) ?? sumNumbers([]) }],
    );
    const ranked = rankOperators(operators, order);
    const { rows, ...place } = pageOfAll(ranked, { page, size: PAGE_SIZE });
    const names = await findOperatorNames(
      db,
      rows.map(({ operator }) => operator),
    );
    return {
      period,
      place,
      count: ranked.length,
      withoutPlace: ranked.filter(({ place }) => place === null).length,
      unanswered: present.find(({ operator }) => operator === null)?.numbers.calls ?? 0,
      rows: rows.map((row): TableRow => ({ ...row, name: names.get(row.operator) ?? null })),
    };
  },
  render: ({ period, place, count, withoutPlace, unanswered, rows }, tools) => {
    const { t, params } = tools;
    const { order } = params;
    return {
      text: lines(
        t('operators-title', periodArgs(period, tools)),
        t('operators-order', { order }),
        ...(rows.length === 0
          ? ['' as const, t(count === 0 ? 'operators-none' : 'page-empty')]
          : rows.flatMap((row) => ['' as const, operatorLines(row, order, t)])),
        '',
        withoutPlace === 0 ? null : t('operators-few', { min: MIN_CALLS_TO_COMPARE, count: withoutPlace }),
        unanswered === 0 ? null : t('operators-unanswered', { count: unanswered }),
      ),
      rows: [
        ...inRows(
          BUTTONS_IN_ROW,
          rows.map((row) =>
            operatorPagePlace.link(nameWords(row, t), { operator: operatorKey(row.operator), span: 'week' }),
          ),
        ),
        turnButtons(place, t, (label, page) => operatorTablePlace.link(label, { ...params, page })),
        ...inRows(
          BUTTONS_IN_ROW,
          OPERATOR_ORDERS.map((choice) =>
            operatorTablePlace.link(
              t('operators-order-button', { order: choice, chosen: String(choice === order) }),
              { ...params, order: choice, page: 0 },
            ),
          ),
        ),
        periodRow(params.days, t, (label, days) =>
          operatorTablePlace.link(label, { ...params, days, page: 0 }),
        ),
      ],
    };
  },
});
