import { may } from '@perezvon/access';
import type { DbClient } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { nameOf, type Person } from '../../people/person.js';
import {
  countDisputes,
  listDisputes,
  type DisputeFilter,
  type DisputeView,
  type ListedDispute,
} from '../../queries/disputes/list-disputes.js';
import { findOperatorByKey } from '../../queries/people/list-operators.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { pageButtons } from '../page-buttons.js';
import { disputePlace, disputesPlace } from '../places/disputes.js';

/** Two lines a dispute, and a button. */
const PAGE_SIZE = 7;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

/** The disputes of a view, as far as they are this person's business; null: they are not, or there is no such operator. */
const filterFor = async (
  db: DbClient,
  { id, role }: Person,
  { view, operator }: { view: DisputeView; operator?: number | undefined },
): Promise<DisputeFilter | null> => {
  if (view === 'mine') return { view, userId: id };
  if (!may(role, 'calls.view')) return null;
  if (view !== 'operator') return { view };
  const found = operator === undefined ? null : await findOperatorByKey(db, operator);
  return found === null || found.code === null ? null : { view, code: found.code };
};

const rowWords = (
  { id, metric, state, openedBy, openedAt, historyId }: ListedDispute,
  { t, moment }: Tools,
): Html =>
  t('disputes-row', {
    id,
    metric: t(codeKey('metric', metric)),
    state: t(codeKey('dispute-state', state)),
    name: nameOf(openedBy),
    at: moment(openedAt),
    call: historyId,
  });

/** The other views that this person has. */
const viewRow = (view: DisputeView, { t, person }: Pick<RenderTools<unknown>, 't' | 'person'>): Button[] => {
  if (!may(person.role, 'calls.view')) return [];
  return (['open', 'decided'] as const)
    .filter((one) => one !== view)
    .map((one) => disputesPlace.link(t('disputes-view', { view: one }), { view: one, direction: 'on' }));
};

/** «⚖️ Споры»: those that wait, the oldest first; those that are over, one's own, and one operator's, the newest first. */
export const disputes = defineScreen({
  ...disputesPlace,
  load: async ({ db, person }, params) => {
    const filter = await filterFor(db, person, params);
    if (filter === null) return null;
    const { cursor, direction } = params;
    const from = cursor === undefined ? null : { cursor, direction };
    const [page, count] = await Promise.all([
      listDisputes(db, { filter, from, limit: PAGE_SIZE }),
      countDisputes(db, filter),
    ]);
    return { page, count, code: filter.view === 'operator' ? filter.code : null };
  },
  render: ({ page, count, code }, tools) => {
    const { t, params } = tools;
    const { view, operator } = params;
    const isEmptyPage = count > 0 && page.rows.length === 0;
    return {
      text: lines(
        t('disputes-title', { view, count, operator: code ?? 'none' }),
        '',
        count === 0 ? t('disputes-none', { view }) : null,
        isEmptyPage ? t('page-empty') : null,
        page.rows.map((row) => rowWords(row, tools)),
      ),
      rows: [
        ...page.rows.map(({ id, historyId, metric }) => [
          disputePlace.link(
            t('disputes-button', { id, call: historyId, metric: t(codeKey('metric', metric)) }),
            {
              disputeId: id,
            },
          ),
        ]),
        pageButtons(page, t, (label, direction, cursor) =>
          disputesPlace.link(label, { view, operator, direction, cursor }),
        ),
        isEmptyPage ? [disputesPlace.link(t('button-first-page'), { view, operator, direction: 'on' })] : [],
        viewRow(view, tools),
      ],
    };
  },
});
