import { METRICS } from '@perezvon/contracts';
import { levelUnder } from '../../domain/level.js';
import { findVisibleOperator } from '../../queries/people/find-operator.js';
import { listOperatorCalls, type OperatorCall } from '../../queries/calls/list-operator-calls.js';
import { lines, type Html } from '../../text/html.js';
import { outcomeWords } from '../calls/outcome-words.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { pageButtons } from '../page-buttons.js';
import { operatorCallsPlace } from '../places/operators.js';
import { callCardPlace } from '../places/work.js';

/** A line and a button a call. */
const PAGE_SIZE = 8;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

/** A complaint is red whatever the quality was. */
const lightOf = ({ isComplaint, quality }: OperatorCall, { t }: Tools): Html => {
  if (isComplaint) return t('light', { level: 'red' });
  return t('light', {
    level: quality === null ? 'unknown' : levelUnder(quality, METRICS.normalized_call_score),
  });
};

const rowWords = (call: OperatorCall, tools: Tools): Html =>
  tools.t('operator-calls-row', {
    light: lightOf(call, tools),
    at: tools.moment(call.callDate),
    id: call.historyId,
    outcome: outcomeWords(call, tools.t),
    quality: call.quality === null ? 'none' : String(call.quality),
  });

/** «☎️ Мои звонки», or one operator's for the administrators: the latest first. */
export const operatorCalls = defineScreen({
  ...operatorCallsPlace,
  load: async ({ db, person }, { operator, direction, cursor }) => {
    const code = await findVisibleOperator(db, person, operator);
    if (code === null) return null;
    const from = cursor === undefined ? null : { cursor, direction };
    return { code, page: await listOperatorCalls(db, { code, from, limit: PAGE_SIZE }) };
  },
  render: ({ code, page }, tools) => {
    const { t, params, person, moment } = tools;
    const { operator, cursor } = params;
    return {
      text: lines(
        t('operator-calls-title', { code, mine: String(code === person.operatorCode) }),
        '',
        page.rows.length === 0 ? t(cursor === undefined ? 'operator-calls-none' : 'page-empty') : null,
        page.rows.map((call) => rowWords(call, tools)),
      ),
      rows: [
        ...page.rows.map(({ historyId, callDate, quality }) => [
          callCardPlace.link(
            t('operator-calls-button', {
              id: historyId,
              at: moment(callDate),
              quality: quality === null ? 'none' : String(quality),
            }),
            { historyId },
          ),
        ]),
        pageButtons(page, t, (label, direction, at) =>
          operatorCallsPlace.link(label, { operator, direction, cursor: at }),
        ),
      ],
    };
  },
});
