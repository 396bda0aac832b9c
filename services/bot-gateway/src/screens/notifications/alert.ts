import { findAlert, type Alert, type AlertedCall } from '../../queries/notifications/find-alert.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { dismissCall } from './notification-actions.js';
import { callListPlace, DEFAULT_PERIOD_DAYS, wholeList } from '../places/calls.js';
import { alertPlace, notificationsPlace } from '../places/notifications.js';
import { callCardPlace } from '../places/work.js';
import { topCallLines } from '../top/top-words.js';

type Tools = RenderTools<{ messageId: number }>;

const callLines = ({ call, isNotImportant }: AlertedCall, place: number, tools: Tools): Html =>
  lines('', topCallLines(call, place, tools), isNotImportant ? tools.t('alert-not-important') : null);

/** The call, and beside it «🙈 Не важно» while it was not said. */
const callRow = (
  { call, notificationId, isNotImportant }: AlertedCall,
  place: number,
  tools: Tools,
): Button[] => {
  const { t, moment, params } = tools;
  const { historyId, callDate } = call;
  return [
    callCardPlace.link(t('top-call-button', { place, id: historyId, at: moment(callDate) }), { historyId }),
    ...(isNotImportant
      ? []
      : [
          dismissCall.button(t('button-not-important', { place }), {
            notificationId,
            historyId,
            messageId: params.messageId,
          }),
        ]),
  ];
};

const alertText = ({ calls, total }: Alert, tools: Tools): Html =>
  lines(
    tools.t('alert-title', { count: total }),
    calls.map((one, index) => callLines(one, index + 1, tools)),
    ...(total > calls.length ? ['' as const, tools.t('alert-more', { count: total - calls.length })] : []),
  );

/** «🔴 3 новых красных звонка»: what happened, why, and who has it by now. */
export const alert = defineScreen({
  ...alertPlace,
  load: ({ db, person }, { messageId }) => findAlert(db, { messageId, userId: person.id }),
  render: (found, tools) => {
    const { t } = tools;
    return {
      text: alertText(found, tools),
      rows: [
        ...found.calls.map((one, index) => callRow(one, index + 1, tools)),
        [
          callListPlace.link(t('button-all-unowned'), {
            ...wholeList('complaint', DEFAULT_PERIOD_DAYS),
            withoutOwner: true,
          }),
        ],
        [notificationsPlace.link(t('button-notifications'), {})],
      ],
    };
  },
});
