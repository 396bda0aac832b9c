import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { countBlindReviews } from '../../queries/feedback/blind-reviews.js';
import { countDisputes } from '../../queries/disputes/list-disputes.js';
import { countCallLists } from '../../queries/calls/count-call-lists.js';
import { findUnscored, type Unscored } from '../../queries/calls/find-unscored.js';
import { findPeriodNumbers, type PeriodNumbers } from '@perezvon/db/figures';
import { CALL_LISTS, periodEnding } from '@perezvon/db/calls';
import { PERIOD_DAYS } from '@perezvon/contracts';
import { defineScreen } from '../define-screen.js';
import { blindPlace } from '../places/feedback.js';
import { disputesPlace } from '../places/disputes.js';
import { analyticsPlace, callListPlace, wholeList } from '../places/calls.js';
import { metricTablePlace } from '../places/figures.js';
import { topCallsPlace } from '../places/top.js';
import { unscoredLine } from './unscored-words.js';

interface Seen {
  numbers: PeriodNumbers;
  unscored: Unscored;
}

/** What the metrics can see of the period's calls, and that some are not scored yet. */
const seenLines = ({ numbers, unscored }: Seen, t: Translate): Html => {
  const { calls, validDialogues, withoutTranscript } = numbers;
  const waiting = unscoredLine(unscored, t);
  if (calls === 0) return waiting ?? t('analytics-no-calls');
  const gated = Math.max(0, calls - validDialogues - withoutTranscript);
  return lines(t('analytics-quality', { calls, scored: validDialogues, gated, withoutTranscript }), waiting);
};

/** «🧠 LM Аналитика»: how many calls of the period need somebody, and how much of it the metrics can see. */
export const analytics = defineScreen({
  ...analyticsPlace,
  load: async ({ db, now, timezone, person }, { days }) => {
    const period = periodEnding(now(), days, timezone);
    const [counts, numbers, unscored] = await Promise.all([
      countCallLists(db, period),
      findPeriodNumbers(db, period),
      findUnscored(db, period),
    ]);
    const [blindReviews, openDisputes] = await Promise.all([
      countBlindReviews(db, person, now()),
      countDisputes(db, { view: 'open' }),
    ]);
    return { period, counts, numbers, unscored, blindReviews, openDisputes };
  },
  render: (
    { period, counts, numbers, unscored, blindReviews, openDisputes },
    { t, params: { days }, timezone, now },
  ) => ({
    text: lines(
      t('analytics-title', { days, from: dayWords(period.since, timezone), to: dayWords(now, timezone) }),
      seenLines({ numbers, unscored }, t),
      '',
      t('analytics-unowned', {
        complaint: counts.complaint.withoutOwner,
        followup: counts.followup.withoutOwner,
        lost: counts.lost.withoutOwner,
      }),
    ),
    rows: [
      PERIOD_DAYS.map((choice) =>
        analyticsPlace.link(t('figure-period-button', { days: choice, chosen: String(choice === days) }), {
          days: choice,
        }),
      ),
      ...CALL_LISTS.map((list) => [
        callListPlace.link(t('call-list-button', { list, count: counts[list].all }), wholeList(list, days)),
      ]),
      [metricTablePlace.link(t('button-metrics'), { group: 'conversion', days })],
      [topCallsPlace.link(t('button-top'), { days })],
      [
        disputesPlace.link(t('button-disputes', { count: openDisputes }), {
          view: 'open',
          direction: 'on',
        }),
      ],
      blindReviews === 0 ? [] : [blindPlace.link(t('button-blind', { count: blindReviews }), { page: 0 })],
    ],
  }),
});
