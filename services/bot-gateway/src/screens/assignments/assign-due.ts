import { duePresets } from '../../domain/due-presets.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { assignConfirmPlace, assignDatePlace, assignDuePlace } from '../places/assignments.js';
import { answerTypedDue, dueRows } from './due-choice.js';
import { loadGiven, workLines } from './given-work.js';

/** «👤 Назначить», step 3: until when. */
export const assignDue = defineScreen({
  ...assignDuePlace,
  load: (tools, params) => loadGiven(tools, params),
  render: (given, tools) => {
    const { t, params, now } = tools;
    return {
      text: lines(workLines(given, tools, given.owner), '', t('due-question')),
      rows: [
        ...dueRows(duePresets(now, given.clinic), tools, (label, due) =>
          assignConfirmPlace.link(label, { ...params, due }),
        ),
        [assignDatePlace.link(t('due-other'), params)],
      ],
    };
  },
});

/** Step 3, «Другая дата»: the next words in this chat are the deadline. */
export const assignDate = defineScreen({
  ...assignDatePlace,
  load: (tools, params) => loadGiven(tools, params),
  render: (given, tools) => ({
    text: lines(workLines(given, tools, given.owner), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(text, tools, (due) => assignConfirmPlace.address({ ...tools.params, due })),
});
