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
import { lessonLines, loadGivenLesson } from './lesson-words.js';

/** Until when; somebody else may be chosen here to go through it. */
export const lessonDue = defineScreen({
  ...trainingDuePlace,
  load: (tools, params) => loadGivenLesson(tools, params),
  render: (facts, tools) => {
    const { t, params, now } = tools;
    const { ownerId: _ownerId, ...lesson } = params;
    return {
      text: lines(lessonLines(facts, tools, facts.owner), '', t('due-question')),
      rows: [
        ...dueRows(trainingPresets(now, facts.clinic), tools, (label, due) =>
          trainingConfirmPlace.link(label, { ...params, due }),
        ),
        [trainingDatePlace.link(t('due-other'), params)],
        [trainingOwnerPlace.link(t('button-other-trainee'), { ...lesson, page: 0 })],
      ],
    };
  },
});

/** «Другая дата»: the next words in this chat are the deadline. */
export const lessonDate = defineScreen({
  ...trainingDatePlace,
  load: (tools, params) => loadGivenLesson(tools, params),
  render: (facts, tools) => ({
    text: lines(lessonLines(facts, tools, facts.owner), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(text, tools, (due) => trainingConfirmPlace.address({ ...tools.params, due })),
});
