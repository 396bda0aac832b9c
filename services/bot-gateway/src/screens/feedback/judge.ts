import { findCallCard } from '../../queries/calls/find-call-card.js';
import { lines } from '../../text/html.js';
import { canJudge, feedbackLines, metricButtons } from './card-feedback.js';
import { defineScreen } from '../define-screen.js';
import { judgePlace } from '../places/feedback.js';

/** Which metric is confirmed, a false alarm, or was missed: asked where several are possible. */
export const judge = defineScreen({
  ...judgePlace,
  load: async ({ db, person }, { historyId }) => {
    const call = await findCallCard(db, historyId);
    return call !== null && canJudge(call, person) ? call : null;
  },
  render: (call, { t, person, moment, params: { verdict } }) => {
    const buttons = metricButtons(call, verdict, { t, person });
    return {
      text: lines(
        t('judge-title', { id: call.historyId, at: moment(call.callDate) }),
        t(buttons.length === 0 ? 'judge-nothing' : 'judge-question', { verdict }),
        ...feedbackLines(call, { t, person }),
      ),
      rows: buttons,
    };
  },
});
