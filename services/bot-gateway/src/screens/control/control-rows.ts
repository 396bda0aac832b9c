import { isOverdue, pauseEnd } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { nameOf } from '../../people/person.js';
import {
  countControlled,
  listControlled,
  type ControlledAssignment,
} from '../../queries/control/list-controlled.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { periodArgs } from '../figures/figure-words.js';
import { pageButtons } from '../page-buttons.js';
import { controlRowsPlace } from '../places/control.js';
import { assignmentCardPlace } from '../places/work.js';
import { subjectWords, type SubjectRoom } from '../assignments/subject-words.js';
import { askedControl, filterLine } from './control-filter.js';

/** Two lines, a blank one and a button each: a phone shows this many without scrolling. */
const PAGE_SIZE = 5;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'now' | 'person'>;

/** What came of it, or how it stands. */
const outcomeWords = (row: ControlledAssignment, { t, moment, now }: Tools): Html => {
  const { state, kind, result, reason, verifiedByCall } = row;
  const rests = pauseEnd(row, now);
  if (rests !== null) return t('control-row-paused', { at: moment(rests) });
  if (state === 'done' && result !== null) {
    const known = kind === 'callback' ? String(verifiedByCall ?? 'said') : 'none';
    return t('control-row-done', { result: t(codeKey('result', result)), proof: known });
  }
  if (state === 'done' && verifiedByCall !== null) return t('control-row-proven', { id: verifiedByCall });
  if (reason !== null && (state === 'failed' || state === 'cancelled'))
    return t('control-row-reason', {
      state: t(codeKey('state', state)),
      reason: t(codeKey('assignment-reason', reason)),
    });
  return t(codeKey('state', state));
};

const headWords = (row: ControlledAssignment, room: SubjectRoom, tools: Tools): Html => {
  const { t, moment, now } = tools;
  return t('control-row', {
    late: String(isOverdue(row, now)),
    at: moment(row.closedAt ?? row.dueAt),
    kind: t(codeKey('kind', row.kind)),
    subject: subjectWords(row, room, tools),
  });
};

const rowLines = (row: ControlledAssignment, tools: Tools): Html[] => [
  headWords(row, 'line', tools),
  tools.t('control-row-who', { owner: nameOf(row.owner), outcome: outcomeWords(row, tools) }),
];

const rowButton = (row: ControlledAssignment, tools: Tools): Button =>
  assignmentCardPlace.link(headWords(row, 'button', tools), { assignmentId: row.id });

/** The assignments behind one number, each a tap from its card. */
export const controlRows = defineScreen({
  ...controlRowsPlace,
  load: async (tools, { measure, direction, cursor, ...choice }) => {
    const asked = await askedControl(tools, choice);
    if (asked === null) return null;
    const { db } = tools;
    const counted = { rows: measure, filter: asked.filter, now: tools.now() };
    const from = cursor ? { cursor, direction } : null;
    const [page, count] = await Promise.all([
      listControlled(db, { ...counted, from, limit: PAGE_SIZE }),
      countControlled(db, counted),
    ]);
    return { asked, page, count };
  },
  render: ({ asked, page, count }, tools) => {
    const { t, params } = tools;
    const { days, measure } = params;
    return {
      text: lines(
        t('control-rows-title', { measure, count }),
        t('control-rows-days', { ...periodArgs({ days, since: asked.since }, tools), measure }),
        filterLine(asked, t),
        ...(page.rows.length === 0
          ? ['' as const, t(count === 0 ? 'control-rows-none' : 'page-empty')]
          : page.rows.flatMap((row) => ['' as const, rowLines(row, tools)])),
      ),
      rows: [
        ...page.rows.map((row) => [rowButton(row, tools)]),
        pageButtons(page, t, (label, direction, cursor) =>
          controlRowsPlace.link(label, { ...params, direction, cursor }),
        ),
      ],
    };
  },
});
