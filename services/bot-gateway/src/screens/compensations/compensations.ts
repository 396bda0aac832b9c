import { may } from '@perezvon/access';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import {
  COMPENSATION_VIEWS,
  countCompensations,
  listCompensations,
  type CompensationView,
  type ListedCompensation,
} from '../../queries/compensations/list-compensations.js';
import { FIRST_CHOICE, exportPlace } from '../places/exports.js';
import { lines, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { inRows } from '../in-rows.js';
import { pageButtons } from '../page-buttons.js';
import { compensationPlace, compensationsPlace } from '../places/compensations.js';

/** Two lines a compensation, and a button. */
const PAGE_SIZE = 7;
const VIEWS_A_ROW = 2;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person'>;

/** Whether this person is asked to decide it: who approves, and has not proposed it himself. */
const waitsForMe = ({ standing, proposedById }: ListedCompensation, { person }: Tools): boolean =>
  standing === 'waiting' && proposedById !== person.id && may(person.role, 'compensation.approve');

const rowWords = (row: ListedCompensation, tools: Tools): Html => {
  const { t, moment } = tools;
  return t('compensations-row', {
    id: row.id,
    money: moneyWords(row.amountKopecks, t),
    standing: t(codeKey('compensation-standing', row.standing)),
    mine: String(waitsForMe(row, tools)),
    reason: t(codeKey('compensation-reason', row.reason)),
    name: nameOf(row.proposedBy),
    at: moment(row.proposedAt),
  });
};

const rowButton = (row: ListedCompensation, { t }: Tools): Button =>
  compensationPlace.link(
    t('compensations-button', { id: row.id, money: moneyWords(row.amountKopecks, t), call: row.historyId }),
    { compensationId: row.id },
  );

/** The views with their counts, the one that is open marked. */
const viewRows = (
  open: CompensationView,
  counts: Record<CompensationView, number>,
  t: Tools['t'],
): Button[][] =>
  inRows(
    VIEWS_A_ROW,
    COMPENSATION_VIEWS.map((view) =>
      compensationsPlace.link(
        t('compensations-view-button', { view, count: counts[view], chosen: String(view === open) }),
        { view, direction: 'on' },
      ),
    ),
  );

/** «💰 Компенсации»: what waits and what is to be paid, the oldest first; what is over, the newest first. */
export const compensations = defineScreen({
  ...compensationsPlace,
  load: async ({ db }, { view, direction, cursor }) => {
    const from = cursor === undefined ? null : { cursor, direction };
    const [page, counts] = await Promise.all([
      listCompensations(db, { view, from, limit: PAGE_SIZE }),
      countCompensations(db),
    ]);
    return { page, counts };
  },
  render: ({ page, counts }, tools) => {
    const { t, params } = tools;
    const { view } = params;
    const isEmptyPage = counts[view] > 0 && page.rows.length === 0;
    return {
      text: lines(
        t('compensations-title', { view, count: counts[view] }),
        '',
        counts[view] === 0 ? t('compensations-none', { view }) : null,
        isEmptyPage ? t('page-empty') : null,
        page.rows.map((row) => rowWords(row, tools)),
      ),
      rows: [
        ...page.rows.map((row) => [rowButton(row, tools)]),
        pageButtons(page, t, (label, direction, cursor) =>
          compensationsPlace.link(label, { view, direction, cursor }),
        ),
        isEmptyPage ? [compensationsPlace.link(t('button-first-page'), { view, direction: 'on' })] : [],
        ...viewRows(view, counts, t),
        may(tools.person.role, 'compensation.approve')
          ? [exportPlace.link(t('button-compensations-export'), { ...FIRST_CHOICE, content: 'compensation' })]
          : [],
      ],
    };
  },
});
