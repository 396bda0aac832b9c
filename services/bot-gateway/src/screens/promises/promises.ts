import { nameOf } from '../../people/person.js';
import {
  countWaitingPromises,
  listWaitingPromises,
  type WaitingPromise,
} from '../../queries/promises/waiting-promises.js';
import { html, lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import { promisePlace, promisesPlace } from '../places/promises.js';
import { untilWords } from './promise-words.js';

/** Two lines a promise, and a button. */
const PAGE_SIZE = 7;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'timezone' | 'now'>;

/** Who promised: by name, else by the code of the calls. */
const promiserOf = ({ name, operator }: WaitingPromise): Html =>
  name === null ? html`${operator ?? '—'}` : html`${nameOf(name)}`;

const rowArgs = (row: WaitingPromise, tools: Tools) => ({
  late: String(row.dueAt < tools.now),
  until: untilWords(row, tools),
  call: row.historyId,
});

/** «🤝 Обещания»: by their time, the broken ones first. */
export const promises = defineScreen({
  ...promisesPlace,
  load: async ({ db, now }, { page }) => {
    const at = now();
    const [listed, count] = await Promise.all([
      listWaitingPromises(db, { now: at, page, size: PAGE_SIZE }),
      countWaitingPromises(db, at),
    ]);
    return { listed, count };
  },
  render: ({ listed, count }, tools) => {
    const { t } = tools;
    const { rows, page } = listed;
    const isEmptyPage = count > 0 && rows.length === 0;
    return {
      text: lines(
        t('promises-title', { count }),
        '',
        count === 0 ? t('promises-none') : null,
        isEmptyPage ? t('page-empty') : null,
        rows.map((row) => t('promises-row', { ...rowArgs(row, tools), name: promiserOf(row) })),
      ),
      rows: [
        ...rows.map((row) => [
          promisePlace.link(t('promises-button', rowArgs(row, tools)), { historyId: row.historyId }),
        ]),
        turnButtons({ page, hasNext: listed.hasNext }, t, (label, to) =>
          promisesPlace.link(label, { page: to }),
        ),
        isEmptyPage ? [promisesPlace.link(t('button-first-page'), { page: 0 })] : [],
      ],
    };
  },
});
