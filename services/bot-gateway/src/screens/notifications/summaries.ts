import { DateTime } from 'luxon';
import { findSummary, type FoundSummary } from '../../queries/notifications/find-summary.js';
import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { digestPlace, weeklyPlace } from '../places/notifications.js';
import { comparedLines, controlLines, firstCallLines, summaryRows, workLines } from './summary-words.js';

type Tools = RenderTools<{ messageId: number }>;

/** A block with an empty line above; nothing when it has no lines. */
const block = (title: Html | null, rows: readonly Html[]): (Html | '' | null)[] =>
  rows.length === 0 ? [] : ['', title, ...rows];

/** The morning digest: what waits, how yesterday went, what to hear first. */
export const digest = defineScreen({
  ...digestPlace,
  load: (tools, { messageId }) => findSummary(tools, messageId, 'digest'),
  render: (found: FoundSummary, tools: Tools) => {
    const { t, timezone } = tools;
    const today = DateTime.fromJSDate(found.lastDay, { zone: timezone }).plus({ days: 1 }).toJSDate();
    return {
      text: lines(
        t('digest-title', { day: dayWords(today, timezone) }),
        ...block(null, workLines(found, tools)),
        ...block(
          t('digest-yesterday', { day: dayWords(found.lastDay, timezone) }),
          comparedLines(found, tools),
        ),
        ...block(null, firstCallLines(found, tools)),
      ),
      rows: summaryRows(found, tools),
    };
  },
});

/** «Итоги недели»: how last week went against the one before, and what is still open. */
export const weeklySummary = defineScreen({
  ...weeklyPlace,
  load: (tools, { messageId }) => findSummary(tools, messageId, 'weekly'),
  render: (found: FoundSummary, tools: Tools) => {
    const { t, timezone } = tools;
    return {
      text: lines(
        t('weekly-title', {
          from: dayWords(found.since, timezone),
          to: dayWords(found.lastDay, timezone),
        }),
        ...block(t('weekly-how'), comparedLines(found, tools)),
        ...block(t('weekly-control'), controlLines(found, tools)),
        ...block(t('weekly-open'), workLines(found, tools)),
        ...block(null, firstCallLines(found, tools)),
      ),
      rows: summaryRows(found, tools),
    };
  },
});
