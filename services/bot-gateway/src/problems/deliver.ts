import { may } from '@perezvon/access';
import { withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/durations.js';
import { retryPauseMs } from '../domain/retry-pause.js';
import { findProblemMessage, type ToldMessage } from '../queries/problems/find-problem.js';
import { sendComposed, type Sent } from '../screens/adapter.js';
import { rootFor } from '../screens/draw.js';
import type { Trail } from '../screens/navigation.js';
import { helpPlace } from '../screens/places/help.js';
import { myProblemsPlace, problemCardPlace, problemsPlace } from '../screens/places/problems.js';
import { systemPlace } from '../screens/places/system.js';
import { showNew } from '../screens/show.js';
import { findPersonByTelegramId, type StoredPerson } from '../store/people.js';
import {
  claimDeliveries,
  holdDelivery,
  markDelivered,
  putOffDelivery,
  type Delivery,
} from '../store/problem-deliveries.js';
import type { Html } from '../text/html.js';
import { DEFAULT_LANGUAGE, type Translate } from '../text/translate.js';
import { developersMessage } from './developers-message.js';
import { isDevelopersChat } from './developer-chats.js';

/** One round; the next one follows at once when this one was full. */
const MAX_AT_ONCE = 20;
/** Longer than a try takes, its repeats for a flood limit among them: a process that dies gives it up to others. */
const HELD_MS = 5 * MINUTE_MS;
const PAUSES = { firstMs: 5_000, longestMs: HOUR_MS };
/** Who blocked the bot, or a chat that the bot was thrown out of, may change that. */
const GIVE_UP_AFTER_MS = 14 * DAY_MS;

const heldUntil = (from: Date): Date => new Date(from.getTime() + HELD_MS);

/** The way to the report, for its author and for a developer. */
const trailTo = (reportId: number, person: StoredPerson, isAuthor: boolean): Trail => [
  rootFor(person),
  ...(isAuthor
    ? [helpPlace.address({}), myProblemsPlace.address({ page: 0 })]
    : [systemPlace.address({}), problemsPlace.address({ filter: 'waiting', page: 0 })]),
  problemCardPlace.address({ reportId }),
];

const newsOf = ({ side, isFirst, problem }: ToldMessage, t: Translate): Html => {
  if (side === 'developers') return t('news-problem-answered');
  return isFirst ? t('news-problem-new', { kind: problem.kind }) : t('news-problem-more');
};

/** Into somebody's own chat; null: it is no longer for him, his role or access was taken away. */
const tellInPrivate = async (deps: GatewayDeps, chatId: number, told: ToldMessage): Promise<Sent | null> => {
  const person = await findPersonByTelegramId(deps.db, BigInt(chatId));
  const { id: reportId, authorId } = told.problem;
  const isAuthor = person?.id === authorId;
  if (!person || person.status !== 'active') return null;
  if (!isAuthor && !may(person.role, 'system.view')) return null;
  const notice = newsOf(told, deps.texts.in(person.language));
  return showNew(deps, person, chatId, trailTo(reportId, person, isAuthor), notice);
};

const tell = async (deps: GatewayDeps, { messageId, chatId }: Delivery): Promise<Sent | null> => {
  const told = await findProblemMessage(deps.db, messageId);
  if (!told) return null;
  if (!isDevelopersChat(deps, chatId)) return tellInPrivate(deps, chatId, told);
  return sendComposed(deps.api, chatId, developersMessage(told, deps.texts.in(DEFAULT_LANGUAGE)));
};

/** Sends it, or decides when it is tried again. */
const deliver = async (deps: GatewayDeps, delivery: Delivery): Promise<void> => {
  const { db, log, now } = deps;
  const { messageId, attempt, createdAt } = delivery;
  const later = (): Date | null =>
    now().getTime() - createdAt.getTime() > GIVE_UP_AFTER_MS
      ? null
      : new Date(now().getTime() + retryPauseMs(attempt, PAUSES));
  const putOff = (dueAt: Date | null) => withTransaction(db, (tx) => putOffDelivery(tx, delivery, dueAt));
  if (!(await withTransaction(db, (tx) => holdDelivery(tx, delivery, heldUntil(now()))))) return undefined;

  let sent: Sent | null;
  try {
    sent = await tell(deps, delivery);
  } catch (error) {
    log.warn({ problemMessageId: messageId, attempt, err: error }, 'report not delivered, tried again later');
    return putOff(later());
  }
  if (sent === null) return putOff(null);
  if (sent.kind === 'unreachable') {
    log.warn({ problemMessageId: messageId, attempt }, 'the chat of a report cannot be reached');
    return putOff(later());
  }
  const { messageId: telegramMessageId } = sent;
  await withTransaction(db, (tx) => markDelivered(tx, delivery, { telegramMessageId, now: now() }));
};

/**
 * Sends what was said in reports and has not arrived yet; safe in several processes side by side. A process that dies
 * between sending and noting it down sends once more after some minutes: twice rather than never.
 */
export const deliverProblems = async (deps: GatewayDeps): Promise<void> => {
  const { db, lanes, now } = deps;
  let claimed: Delivery[];
  do {
    const at = now();
    claimed = await withTransaction(db, (tx) =>
      claimDeliveries(tx, { now: at, heldUntil: heldUntil(at), limit: MAX_AT_ONCE }),
    );
    for (const delivery of claimed) await lanes.run(delivery.chatId, () => deliver(deps, delivery));
  } while (claimed.length === MAX_AT_ONCE);
};
