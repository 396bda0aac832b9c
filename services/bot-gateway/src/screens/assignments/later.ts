import { extendPresets, pausePresets } from '../../domain/due-presets.js';
import type { BareDay } from '../../text/due-words.js';
import { lines } from '../../text/html.js';
import { defineScreen } from '../define-screen.js';
import { laterDatePlace, laterPlace, reasonPlace, type LaterMove } from '../places/assignments.js';
import { answerTypedDue, dueRows } from './due-choice.js';
import { assignmentHead, dueWords, loadForMove } from './assignment-words.js';

/** A deadline is met by a time of day; work that waited begins with the day. */
const BARE_DAY: Record<LaterMove, BareDay> = { extend: 'noon', pause: 'opening' };

/** «⏰ Продлить», «⏸ Отложить»: until when now. An earlier deadline than the present one would be refused. */
export const later = defineScreen({
  ...laterPlace,
  load: loadForMove,
  render: ({ assignment, clinic }, tools) => {
    const { t, params, now } = tools;
    const { move } = params;
    const presets =
      move === 'pause' ? pausePresets(now, clinic) : extendPresets(assignment.dueAt, now, clinic);
    return {
      text: lines(
        assignmentHead(assignment, tools),
        dueWords(assignment, tools),
        '',
        t('later-question', { move }),
      ),
      rows: [
        ...dueRows(presets, tools, (label, due) => reasonPlace.link(label, { ...params, due })),
        [laterDatePlace.link(t('due-other'), params)],
      ],
    };
  },
});

/** «Другая дата»: the next words in this chat are the moment. */
export const laterDate = defineScreen({
  ...laterDatePlace,
  load: loadForMove,
  render: ({ assignment }, tools) => ({
    text: lines(assignmentHead(assignment, tools), '', tools.t('due-type')),
    rows: [],
  }),
  typed: (text, tools) =>
    answerTypedDue(
      text,
      tools,
      (due) => reasonPlace.address({ ...tools.params, due }),
      BARE_DAY[tools.params.move],
    ),
});
