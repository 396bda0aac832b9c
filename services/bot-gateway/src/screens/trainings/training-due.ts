import { trainingPresets } from '../../domain/training-presets.js';
import { lines } from '../../text/html.js';
import { answerTypedDue, dueRows } from '../assignments/due-choice.js';
import { defineScreen } from '../define-screen.js';
import {
  trainingConfirmPlace,
  trainingDatePlace,
  trainingDuePlace,
  trainingOwnerPlace,
} from '../places/trainings.js';
import { planLines, loadGivenPlan } from './training-plan.js';

/** Until when; somebody else may be chosen here to go through it. */
export const trainingDue = defineScreen({
  ...trainingDuePlace,
  load: (tools, params) => loadGivenPlan(tools, params),
  render: (facts, tools) => {
    const { t, params, now } = tools;
    const { ownerId: _ownerId, ...plan } = params;
    return {
      text: lines(planLines(facts, tools, facts.owner), '', t('due-question')),
      rows: [
        ...dueRows(trainingPresets(now, facts.clinic), tools, (label, due) =>
          trainingConfirmPlace.link(label, { ...params, due }),
        ),
        [trainingDatePlace.link(t('due-other'), params)],
        [trainingOwnerPlace.link(t('button-other-trainee'), { ...plan, page: 0 })],
      ],
    };
  },
});

/** «Другая дата»: the next words in this chat are the deadline. */
export const trainingDate = defineScreen({
  ...trainingDatePlace,
  load: (tools, params) => loadGivenPlan(tools, params),
  render: (facts, tools) => ({
    text: lines(planLines(facts, tools, facts.owner), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(text, tools, (due) => trainingConfirmPlace.address({ ...tools.params, due })),
});
