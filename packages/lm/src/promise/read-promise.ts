import type { CallbackPromise } from '@perezvon/contracts';
import { DateTime } from 'luxon';
import type { Analysis } from '../engine/analyse.js';
import { extend, textOf } from '../engine/fragment.js';
import type { Hit } from '../engine/match.js';
import { placeOf } from '../engine/tags.js';
import { unsaidDeadline, type Deadline } from '../time/deadline.js';
import type { Clock } from '../time/moment.js';
import { zoneOf } from '../time/zone.js';
import { deadlineBeside, deadlineInAnswer, deadlineInSentence, deadlineInstead } from './said-deadline.js';

/** Words in which an operator says that the clinic will ring. */
const PROMISES = ['callback.promised', 'callback.answers'];
/** «Когда вам перезвонить?» */
const QUESTION = 'callback.asks_when';
/** A call that goes on and on is not read to its end a hundred times. */
const MAX_PROMISES = 20;

/** Hours are named in halves of a day. */
const HALF_DAY_HOURS = 12;

/** A promise with the moment that its words, or those around it, name. */
interface Heard {
  readonly hit: Hit;
  readonly deadline: Deadline | undefined;
  /** Depends on something that has no date. */
  readonly isOpen: boolean;
}

const isNextTurn = (hit: Hit, other: Hit): boolean => other.turn.order === hit.turn.order + 1;

const overlaps = (hit: Hit, other: Hit): boolean =>
  other.turn === hit.turn && other.from <= hit.to && hit.from <= other.to;

/** «Во сколько вам позвонить?» with an answer, «наберите меня завтра» with «хорошо»: promised without the words. */
const impliedPromises = ({ read: { dialogue }, state: { tags } }: Analysis): Hit[] => {
  const asked = tags.of(QUESTION).filter(({ turn }) => dialogue[turn.order + 1]?.speaker === 'client');
  const agreed = tags
    .of('callback.agrees')
    .filter((hit) => hit.from === 0 && tags.of('callback.client_asks').some((ask) => isNextTurn(ask, hit)));
  return [...asked, ...agreed];
};

const promisesIn = (analysis: Analysis): Hit[] => {
  const { tags } = analysis.state;
  const declined = tags.of('callback.declined');
  return [...PROMISES.flatMap((id) => [...tags.of(id)]), ...impliedPromises(analysis)]
    .filter((hit) => !declined.some((no) => isNextTurn(hit, no)))
    .toSorted((one, other) => placeOf(other) - placeOf(one))
    .slice(0, MAX_PROMISES);
};

/** The last promise with a time, else the last with a day, else the last. */
const best = (heard: readonly Heard[]): Heard | undefined =>
  heard.find(({ deadline }) => deadline?.isTimeSaid === true) ??
  heard.find(({ deadline }) => deadline !== undefined) ??
  heard[0];

/** «Как привезут, позвоню», a waiting list: nobody can say when that is broken, unless its own sentence names a time. */
const dependsOnEvent = ({ state: { tags } }: Analysis, hit: Hit): boolean =>
  tags.of('booking.waitlist').length > 0 ||
  tags.of('callback.on_event').some((event) => overlaps(hit, event));

/** «Завтра к девяти» — «позвоню в девять»: of the same day. */
const isSameTime = (own: Deadline, beside: Deadline | undefined): boolean =>
  beside?.isDaySaid === true &&
  beside.isTimeSaid &&
  beside.at.minute === own.at.minute &&
  (beside.at.hour - own.at.hour) % HALF_DAY_HOURS === 0;

const hear = (analysis: Analysis, hit: Hit, clock: Clock): Heard => {
  if (hit.rule.id === QUESTION)
    return { hit, isOpen: false, deadline: deadlineInAnswer(analysis, hit, clock) };
  const instead = deadlineInstead(analysis, hit, clock);
  if (instead !== undefined) return { hit, isOpen: false, deadline: instead };
  const own = deadlineInSentence(hit, clock);
  if (own === undefined && dependsOnEvent(analysis, hit)) return { hit, isOpen: true, deadline: undefined };
  if (own?.isDaySaid === true) return { hit, isOpen: false, deadline: own };
  const beside = deadlineBeside(analysis, hit, clock);
  return { hit, isOpen: false, deadline: own === undefined || isSameTime(own, beside) ? beside : own };
};

/** «Ждите звонка» after «как привезут, позвоню» is the same promise without a date. */
const hasNoDate = (heard: readonly Heard[]): boolean =>
  heard.some(({ isOpen }) => isOpen) && heard.every(({ deadline }) => deadline === undefined);

/** Without the words a time makes it a promise: «когда вам позвонить?» may be answered with «сам позвоню». */
const isImplied = ({ hit: { rule } }: Heard): boolean => !PROMISES.includes(rule.id);

const toPromise = ({ hit, deadline }: Heard, now: DateTime): CallbackPromise | null => {
  const { at, isTimeSaid } = deadline ?? unsaidDeadline(now);
  const dueAt = at.toUTC().toISO();
  if (dueAt === null) return null;
  const { turn } = hit;
  return {
    turn: turn.index,
    t: turn.t,
    quote: textOf(extend(hit, 'sentence')),
    due_at: dueAt,
    is_time_said: isTimeSaid,
  };
};

/**
 * What the operator promised: that the clinic rings the client, and by when. Of several promises of one call the last
 * that names a time.
 * @returns null when nobody promised, when it depends on what may never happen («если освободится»), or waits for
 *   something without a date («как привезут»)
 */
export const readPromise = (analysis: Analysis, timezone: string): CallbackPromise | null => {
  const { read, validity } = analysis;
  if (!validity.isDialogue) return null;
  const hits = promisesIn(analysis);
  if (hits.length === 0) return null;
  const now = DateTime.fromISO(read.call.call_date, { zone: zoneOf(timezone) });
  const clock: Clock = () => now;
  const heard = hits.map((hit) => hear(analysis, hit, clock));
  if (hasNoDate(heard)) return null;
  const found = best(heard.filter((one) => one.deadline !== undefined || !isImplied(one)));
  return found === undefined ? null : toPromise(found, now);
};
