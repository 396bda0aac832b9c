import { assignmentCreate } from '@perezvon/contracts';
import { fromDueMinute } from '../../domain/due-presets.js';
import { findOperatorByKey } from '../../queries/people/list-operators.js';
import { lines } from '../../text/html.js';
import { dueLine, lastStepRows } from '../assignments/due-choice.js';
import { defineAction } from '../define-action.js';
import type { Address, Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import {
  patternPlace,
  patternsPlace,
  trainingConfirmPlace,
  trainingDuePlace,
  type TrainingPlan,
} from '../places/trainings.js';
import { callCardPlace } from '../places/work.js';
import { planLines, loadGivenPlan } from './training-plan.js';
import { patternExamples } from './pattern.js';

/** Where a training came from: the call, or the pattern. */
const originOf = ({ historyId, operator, pattern }: TrainingPlan): Address => {
  if (historyId !== null) return callCardPlace.address({ historyId });
  return pattern === null ? patternsPlace.address({ page: 0 }) : patternPlace.address({ operator, pattern });
};

const cancelButton = (
  { historyId, operator, pattern }: TrainingPlan,
  t: RenderTools<unknown>['t'],
): Button => {
  const label = t('button-cancel');
  if (historyId !== null) return callCardPlace.link(label, { historyId });
  return pattern === null
    ? patternsPlace.link(label, { page: 0 })
    : patternPlace.link(label, { operator, pattern });
};

/** «✅ Подтвердить»: gives the training. Its calls are those that the pattern's screen shows at that moment. */
export const createTraining = defineAction({
  id: 'train-give',
  params: trainingConfirmPlace.params,
  intent: assignmentCreate,
  payload: async ({ historyId, operator: key, metric, pattern, ownerId, due }, { at, db, timezone }) => {
    const operator = (await findOperatorByKey(db, key))?.code ?? null;
    if (operator === null) return null;
    const examples =
      pattern === null
        ? [historyId].filter((id) => id !== null)
        : await patternExamples({ db, now: at, timezone }, { operator, pattern });
    // Scored anew meanwhile: there is nothing left to teach.
    if (examples.length === 0) return null;
    return {
      historyId,
      kind: 'training' as const,
      ownerId,
      dueAt: fromDueMinute(due).toISOString(),
      training: { operator, metric, pattern, examples },
    };
  },
  leadsTo: originOf,
});

/** What will be taught, to whom, until when. */
export const trainingConfirm = defineScreen({
  ...trainingConfirmPlace,
  load: (tools, params) => loadGivenPlan(tools, params),
  render: (facts, tools) => {
    const { t, params } = tools;
    const { due, ...chosen } = params;
    const dueWords = dueLine(due, facts.clinic, tools);
    return {
      text: lines(planLines(facts, tools, facts.owner), dueWords.text, '', t('training-plan-measured')),
      rows: lastStepRows(dueWords, t, {
        confirm: createTraining.button(t('button-confirm'), params),
        cancel: cancelButton(params, t),
        otherDue: (label) => trainingDuePlace.link(label, chosen),
        withDue: (label, another) => trainingConfirmPlace.link(label, { ...params, due: another }),
      }),
    };
  },
});
