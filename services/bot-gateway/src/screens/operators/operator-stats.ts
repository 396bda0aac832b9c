import type { Db } from '@perezvon/db';
import { periodEnding } from '@perezvon/db/calls';
import { operatorKey } from '../../domain/operator-key.js';
import { SPAN_DAYS, STAT_SPANS, type StatSpan } from '../../domain/stat-span.js';
import { NO_NUMBERS, teamMedians } from '../../domain/team-numbers.js';
import { nameOf } from '../../people/person.js';
import { findOperatorUser, findVisibleOperator } from '../../queries/people/find-operator.js';
import { countDisputes } from '../../queries/disputes/list-disputes.js';
import { countOwnTrainings } from '../../queries/trainings/list-trainings.js';
import { countPromises, type PromiseNumbers } from '../../queries/promises/promise-numbers.js';
import { listTeamNumbers } from '../../queries/figures/team-numbers.js';
import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignmentsPlace } from '../places/assignments.js';
import { callListPlace, DEFAULT_PERIOD_DAYS, wholeList } from '../places/calls.js';
import { disputesPlace } from '../places/disputes.js';
import { myStatsPlace, operatorCallsPlace, operatorPagePlace } from '../places/operators.js';
import { userCardPlace } from '../places/people.js';
import { promiseNumberLines } from '../promises/promise-words.js';
import { myTrainingsPlace } from '../places/trainings.js';
import { workLines, type WorkCompared } from './work-lines.js';

interface Asked {
  db: Db;
  now: () => Date;
  timezone: string;
}

/** An operator's numbers of a span beside the team's. */
const loadWork = async (
  { db, now, timezone }: Asked,
  code: string,
  span: StatSpan,
): Promise<WorkCompared & { since: Date; promises: PromiseNumbers }> => {
  const period = periodEnding(now(), SPAN_DAYS[span], timezone);
  const [team, promises] = await Promise.all([
    listTeamNumbers(db, period, now()),
    countPromises(db, { operator: code, ...period }),
  ]);
  const own = team.get(code) ?? NO_NUMBERS;
  const everybody = [...team.values()];
  return {
    own,
    medians: teamMedians(own, everybody),
    operators: everybody.filter(({ calls }) => calls > 0).length,
    since: period.since,
    promises,
  };
};

type Tools = Pick<RenderTools<{ span: StatSpan }>, 't' | 'timezone' | 'now' | 'params'>;

/** «за неделю, 18.11–24.11»; a day is one date. */
const spanTitle = (since: Date, { t, timezone, now, params: { span } }: Tools): Html =>
  t('work-span', { span, from: dayWords(since, timezone), to: dayWords(now, timezone) });

const spanRow = ({ t, params }: Tools, link: (label: Html, span: StatSpan) => Button): Button[] =>
  STAT_SPANS.map((span) => link(t('work-span-button', { span, chosen: String(span === params.span) }), span));

/** «📈 Моя статистика»: an operator's own work beside the team's, and the ways to it. */
export const myStats = defineScreen({
  ...myStatsPlace,
  load: async ({ db, now, timezone, person }, { span }) => {
    const { id: userId, operatorCode } = person;
    const [work, trainings, disputes] = await Promise.all([
      operatorCode === null ? null : loadWork({ db, now, timezone }, operatorCode, span),
      countOwnTrainings(db, userId),
      countDisputes(db, { view: 'mine', userId }),
    ]);
    return { work, trainings, disputes };
  },
  render: ({ work, trainings, disputes }, tools) => {
    const { t, params, person } = tools;
    const { operatorCode } = person;
    return {
      text:
        work === null
          ? lines(t('my-stats-title'), '', t('my-stats-no-code'))
          : lines(
              t('my-stats-title'),
              spanTitle(work.since, tools),
              '',
              workLines(work, params.span, t, promiseNumberLines(work.promises, t)),
            ),
      rows: [
        work === null ? [] : spanRow(tools, (label, span) => myStatsPlace.link(label, { span })),
        [
          assignmentsPlace.link(t('button-stats-work'), { view: 'mine', direction: 'on' }),
          ...(operatorCode === null
            ? []
            : [
                operatorCallsPlace.link(t('button-my-calls'), {
                  operator: operatorKey(operatorCode),
                  direction: 'on',
                }),
              ]),
        ],
        [
          myTrainingsPlace.link(t('button-my-trainings', { count: trainings.open }), { direction: 'on' }),
          disputesPlace.link(t('button-my-disputes', { count: disputes }), { view: 'mine', direction: 'on' }),
        ],
      ],
    };
  },
});

/** One operator, for the administrators: the same numbers, and the ways to his calls. */
export const operatorPage = defineScreen({
  ...operatorPagePlace,
  load: async ({ db, now, timezone, person }, { operator, span }) => {
    const code = await findVisibleOperator(db, person, operator);
    if (code === null) return null;
    const [work, user, disputes] = await Promise.all([
      loadWork({ db, now, timezone }, code, span),
      findOperatorUser(db, code),
      countDisputes(db, { view: 'operator', code }),
    ]);
    return { code, work, user, disputes };
  },
  render: ({ code, work, user, disputes }, tools) => {
    const { t, params } = tools;
    const { operator, span } = params;
    return {
      text: lines(
        t('operator-title', { code, name: user === null ? 'none' : nameOf(user) }),
        spanTitle(work.since, tools),
        '',
        workLines(work, span, t, promiseNumberLines(work.promises, t)),
      ),
      rows: [
        spanRow(tools, (label, chosen) => operatorPagePlace.link(label, { operator, span: chosen })),
        [
          operatorCallsPlace.link(t('button-operator-calls'), { operator, direction: 'on' }),
          callListPlace.link(t('button-operator-red'), {
            ...wholeList('complaint', DEFAULT_PERIOD_DAYS),
            operator,
          }),
        ],
        [
          disputesPlace.link(t('button-operator-disputes', { count: disputes }), {
            view: 'operator',
            operator,
            direction: 'on',
          }),
          ...(user === null ? [] : [userCardPlace.link(t('button-operator-user'), { userId: user.id })]),
        ],
      ],
    };
  },
});
