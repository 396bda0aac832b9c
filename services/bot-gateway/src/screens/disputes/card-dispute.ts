import { may } from '@perezvon/access';
import type { JudgedMetric } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { disputableUntil } from '../../domain/dispute-window.js';
import type { Person } from '../../people/person.js';
import type { CallCard, CardDispute, CardScore } from '../../queries/calls/find-call-card.js';
import type { Html } from '../../text/html.js';
import { metricsFor } from '../feedback/card-feedback.js';
import type { Button } from '../define-place.js';
import type { RenderTools } from '../define-screen.js';
import { disputeMetricPlace, disputePlace, disputeReasonPlace } from '../places/disputes.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'now'> & {
  person: Pick<Person, 'role' | 'operatorCode'>;
};

const isOwn = ({ operator }: Pick<CallCard, 'operator'>, { role, operatorCode }: Tools['person']): boolean =>
  may(role, 'work.own') && operator !== null && operator === operatorCode;

/** A score's metric is disputed once, and of a metric one dispute is open at a time. */
const isInTheWay = ({ state, lmVersionTag, revision }: CardDispute, score: CardScore): boolean =>
  state === 'open' || (lmVersionTag === score.lmVersionTag && revision === score.revision);

/** The raised metrics of one's own call that nothing stands in the way of disputing, but perhaps the time. */
const metricsLeft = (call: CallCard, person: Tools['person']): JudgedMetric[] => {
  const { score, disputes } = call;
  if (score === null || !isOwn(call, person)) return [];
  return metricsFor(score, 'confirm').filter(
    (metric) => !disputes.some((one) => one.metric === metric && isInTheWay(one, score)),
  );
};

/** The metrics that this person can dispute now. */
export const disputableMetrics = (
  call: CallCard,
  { person, now }: Pick<Tools, 'person' | 'now'>,
): JudgedMetric[] =>
  call.score !== null && now <= disputableUntil(call.score.scoredAt) ? metricsLeft(call, person) : [];

/** Disputes of a call are its operator's business and the administrators'. */
const disputesFor = (call: CallCard, person: Tools['person']): readonly CardDispute[] =>
  may(person.role, 'calls.view') || isOwn(call, person) ? call.disputes : [];

/** Until when the score can be disputed, or since when it cannot; null: nothing is there to dispute. */
const windowLine = (call: CallCard, { t, moment, now, person }: Tools): Html | null => {
  if (call.score === null || metricsLeft(call, person).length === 0) return null;
  const until = disputableUntil(call.score.scoredAt);
  return t('dispute-window', { until: moment(until), open: String(now <= until) });
};

/** What is disputed and how it ended, and whether this person can still object. */
export const disputeLines = (call: CallCard, tools: Tools): (Html | null)[] => [
  ...disputesFor(call, tools.person).map(({ id, metric, state }) =>
    tools.t('dispute-line', {
      id,
      metric: tools.t(codeKey('metric', metric)),
      state: tools.t(codeKey('dispute-state', state)),
    }),
  ),
  windowLine(call, tools),
];

/** «⚖️ Оспорить» of one's own call, and the ways to its disputes. */
export const disputeRows = (call: CallCard, tools: Tools): Button[][] => {
  const { t, person } = tools;
  const { historyId } = call;
  const metrics = disputableMetrics(call, tools);
  const [metric] = metrics;
  const object =
    metric === undefined
      ? []
      : [
          metrics.length === 1
            ? disputeReasonPlace.link(t('button-dispute'), { historyId, metric })
            : disputeMetricPlace.link(t('button-dispute'), { historyId }),
        ];
  return [
    object,
    ...disputesFor(call, person).map(({ id, state }) => [
      disputePlace.link(t('dispute-button', { id, state: t(codeKey('dispute-state', state)) }), {
        disputeId: id,
      }),
    ]),
  ];
};
