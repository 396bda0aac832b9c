import { may } from '@perezvon/access';
import { callMarkListened, HistoryId, isOpenAssignment, isOverdue } from '@perezvon/contracts';
import { CHAIN_DAYS } from '@perezvon/db/calls';
import { z } from 'zod';
import { codeKey } from '@perezvon/texts';
import { nameOf, type Person } from '../../people/person.js';
import { mayReadCall } from '../../queries/calls/call-access.js';
import {
  findCallCard,
  type CallCard,
  type CardAssignment,
  type CardScore,
} from '../../queries/calls/find-call-card.js';
import { callTime } from '../../text/call-time.js';
import { html, join, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { feedbackButtons, feedbackLines } from '../feedback/card-feedback.js';
import { disputeLines, disputeRows } from '../disputes/card-dispute.js';
import { compensationLines, compensationRows } from '../compensations/card-compensation.js';
import { hasPart } from '../compensations/compensation-words.js';
import { callPromiseButtons, callPromiseLine } from '../promises/card-promise.js';
import { chainLine } from './chain-words.js';
import { outcomeWords } from './outcome-words.js';
import { explainScore, TOPICS, topicLevel } from './call-why.js';
import { defineAction } from '../define-action.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { assignKindPlace } from '../places/assignments.js';
import { callMetricsPlace, clientCallsPlace, listenPlace, transcriptPlace } from '../places/calls.js';
import { callLinkPlace } from '../places/search.js';
import { assignmentCardPlace, callCardPlace } from '../places/work.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'moment' | 'person' | 'now' | 'timezone'>;

/** «✅ Прослушано»: this person has heard the call. */
export const markListened = defineAction({
  id: 'heard',
  params: z.object({ historyId: HistoryId }),
  intent: callMarkListened,
  payload: ({ historyId }) => ({ historyId }),
  leadsTo: ({ historyId }) => callCardPlace.address({ historyId }),
});

const isOpen = ({ state }: CardAssignment): boolean => isOpenAssignment(state);

/** Who spoke, how long, with whom. */
const callLine = (call: CallCard, t: Translate): Html => {
  const { direction, operator, awaitSec, talkDuration, clientPhoneLast4 } = call;
  return join(
    [
      t('call-direction', { direction }),
      ...(operator === null ? [] : [html`${operator}`]),
      ...(awaitSec === null ? [] : [t('call-waited', { seconds: awaitSec })]),
      // Nobody talked: the outcome says so.
      ...(talkDuration === null || talkDuration === 0
        ? []
        : [t('call-talked', { time: callTime(talkDuration) })]),
      ...(clientPhoneLast4 === null
        ? []
        : [t('call-client', { start: clientPhoneLast4.slice(0, 2), end: clientPhoneLast4.slice(2) })]),
    ],
    ' · ',
  );
};

/** What the numbers say at a glance: the outcome, and every topic that is red or yellow. */
const scoreLine = ({ direction }: CallCard, score: CardScore, t: Translate): Html => {
  const raised = TOPICS.filter((topic) => ['red', 'yellow'].includes(topicLevel(topic, score))).map((topic) =>
    t('call-topic', {
      light: t('light', { level: topicLevel(topic, score) }),
      metric: t(codeKey('metric', topic.id)),
      score: String(topic.score(score) ?? 'none'),
    }),
  );
  return join([t('call-outcome', { outcome: outcomeWords({ ...score, direction }, t) }), ...raised], ' · ');
};

const followupLine = (score: CardScore, { t, moment }: Tools): Html | null => {
  const { followupNeededFlag, followupReason, followupDueAt } = score;
  if (followupNeededFlag !== true) return null;
  const what =
    followupDueAt === null ? t('call-followup') : t('call-followup-due', { due: moment(followupDueAt) });
  return followupReason === null ? what : html`${what}: ${t(codeKey('followup', followupReason))}`;
};

const markLine = ({ listeners }: CallCard, { id }: Person, t: Translate): Html | null => {
  if (listeners.length === 0) return null;
  const names = listeners.map((one) => (one.userId === id ? t('you') : html`${nameOf(one)}`));
  return t('call-listened', { names: join(names, ', ') });
};

const assignmentLine = (assignment: CardAssignment, { t, moment, now }: Tools): Html => {
  const { kind, state, owner, dueAt, result } = assignment;
  return t('call-assignment', {
    kind: t(codeKey('kind', kind)),
    owner: nameOf(owner),
    state: t(codeKey('state', state)),
    outcome: result === null ? 'none' : t(codeKey('result', result)),
    due: isOpen(assignment) ? moment(dueAt) : 'none',
    late: String(isOverdue(assignment, now)),
  });
};

/** The clinic's money is the business of those who propose and decide, and of who pays it. */
const assignmentsFor = ({ assignments }: CallCard, person: Person): readonly CardAssignment[] =>
  assignments.filter(
    ({ kind, ownerId }) => kind !== 'compensation' || ownerId === person.id || hasPart(person),
  );

/** Why there is nothing to explain: not scored yet, or no dialogue. */
const scoreBlock = (call: CallCard, tools: Tools): Html[] => {
  const { score } = call;
  const { t } = tools;
  if (score === null) return [t('call-not-scored')];
  const head = [scoreLine(call, score, t), followupLine(score, tools)].filter((line) => line !== null);
  if (score.isUnread && call.hasTranscript) return [t('call-not-scored')];
  if (!score.validDialogue) return [...head, t(score.isUnread ? 'call-no-transcript' : 'call-no-dialogue')];
  return [...head, html``, explainScore(score, tools)];
};

const cardText = (call: CallCard, tools: Tools): Html => {
  const { t, moment, person } = tools;
  const { score } = call;
  return lines(
    t('call-title', { id: call.historyId, at: moment(call.callDate) }),
    callLine(call, t),
    chainLine(call.chain, CHAIN_DAYS, t),
    scoreBlock(call, tools),
    '',
    markLine(call, person, t),
    // What the administrators think of a call is not for its operator.
    may(person.role, 'calls.view') ? feedbackLines(call, tools) : null,
    callPromiseLine(call, tools),
    ...compensationLines(call, tools),
    ...disputeLines(call, tools),
    assignmentsFor(call, person).map((one) => assignmentLine(one, tools)),
    score === null
      ? null
      : t('call-version', { tag: score.lmVersionTag, profile: t(codeKey('profile', score.calcProfile)) }),
  );
};

/** The assignments that this person may open: his own, or all for who manages them. */
const assignmentRows = ({ assignments }: CallCard, { t, person }: Tools): Button[][] =>
  assignments
    .filter(({ ownerId }) => ownerId === person.id || may(person.role, 'assignments.manage'))
    .map(({ id, kind, owner, state }) => [
      assignmentCardPlace.link(
        t('call-assignment-button', {
          kind: t(codeKey('kind', kind)),
          owner: nameOf(owner),
          state: t(codeKey('state', state)),
        }),
        { assignmentId: id },
      ),
    ]);

/** The way to the client's other calls, for who may see them. */
const chainRow = ({ historyId, chain }: CallCard, { t, person }: Tools): Button[] =>
  chain.others > 0 && may(person.role, 'calls.view')
    ? [clientCallsPlace.link(t('button-chain', { count: chain.others }), { historyId })]
    : [];

/** One call: what happened, why it is here, who acts on it. */
export const callCard = defineScreen({
  ...callCardPlace,
  load: async ({ db, person }, { historyId }) =>
    (await mayReadCall(db, person, historyId)) ? findCallCard(db, historyId) : null,
  render: (call, tools) => {
    const { t, person } = tools;
    const { historyId } = call;
    const hasHeard = call.listeners.some(({ userId }) => userId === person.id);
    return {
      text: cardText(call, tools),
      rows: [
        [
          listenPlace.link(t('button-listen'), { historyId }),
          transcriptPlace.link(t('button-transcript'), { historyId, page: 0 }),
        ],
        [
          ...(hasHeard ? [] : [markListened.button(t('button-listened'), { historyId })]),
          assignKindPlace.link(t('button-assign'), { historyId }),
        ],
        feedbackButtons(call, tools),
        [
          callLinkPlace.link(t('button-link'), { historyId }),
          ...(call.score === null ? [] : [callMetricsPlace.link(t('button-all-metrics'), { historyId })]),
        ],
        [...chainRow(call, tools), ...callPromiseButtons(call, tools)],
        ...compensationRows(call, tools),
        ...disputeRows(call, tools),
        ...assignmentRows(call, tools),
      ],
    };
  },
});
