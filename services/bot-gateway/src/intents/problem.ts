import { may } from '@perezvon/access';
import {
  problemClosed,
  problemSaid,
  type problemAnswer,
  type problemClose,
  type problemContinue,
  type problemReport,
  type ProblemState,
  type ticketCreate,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { done, refused, type Actor, type IntentHandler } from '@perezvon/messaging';
import { VERSION } from '@perezvon/service';
import { HOUR_MS } from '../domain/durations.js';
import { chatsOfDevelopers, isDevelopersChat, type DevelopersChat } from '../problems/developer-chats.js';
import {
  countWritten,
  insertProblem,
  insertProblemMessage,
  lockProblem,
  markProblem,
  whyNotSent,
  type ProblemStanding,
} from '../store/problems.js';

/** What one person writes in an hour when something is broken; more is a stuck finger or a prank. */
const MAX_AN_HOUR = 20;

const isDeveloper = ({ role }: Actor): boolean => may(role, 'system.view');

/** The person's chat when he has access; null: he has none (any more). */
const chatOfActive = async (tx: Tx, id: number): Promise<bigint | null> => {
  const user = await tx.user.findUnique({ where: { id }, select: { telegramId: true, status: true } });
  return user?.status === 'active' ? user.telegramId : null;
};

const hasWrittenEnough = async (tx: Tx, id: number, now: Date): Promise<boolean> =>
  (await countWritten(tx, id, new Date(now.getTime() - HOUR_MS))) >= MAX_AN_HOUR;

interface Report {
  kind: 'problem' | 'ticket';
  author: Actor;
  chatId: bigint;
  noteId: number;
  screen: string | null;
  traceId: string;
}

/** Opens a report with its first words, and says so. */
const openReport = async (tx: Tx, now: Date, chat: DevelopersChat, report: Report) => {
  const { kind, author, chatId, noteId, screen, traceId } = report;
  const reportId = await insertProblem(tx, { kind, author, screen, traceId, version: VERSION, now });
  const chats = await chatsOfDevelopers(tx, chat, {
    id: author.id,
    chatId,
    isDeveloper: isDeveloper(author),
  });
  await insertProblemMessage(tx, { reportId, side: 'author', writtenBy: author.id, noteId, chats, now });
  return done(problemSaid.of({ reportId, side: 'author', isFirst: true }), {
    before: null,
    after: { problemState: 'waiting' },
    subject: { kind: 'problem', id: String(reportId) },
  });
};

/** «Сообщить о проблеме». */
export const reportProblem =
  (chat: DevelopersChat): IntentHandler<typeof problemReport> =>
  async ({ id, payload }, { tx, now, actor }) => {
    const chatId = await chatOfActive(tx, actor.id);
    if (chatId === null) return refused('problem.no_access');
    const { noteId, screen } = payload;
    const why = await whyNotSent(tx, { noteId, authorId: actor.id });
    if (why) return refused(why);
    if (await hasWrittenEnough(tx, actor.id, now())) return refused('problem.too_many');
    const traceId = payload.traceId ?? id;
    return openReport(tx, now(), chat, { kind: 'problem', author: actor, chatId, noteId, screen, traceId });
  };

/** «Создать тикет». */
export const createTicket =
  (chat: DevelopersChat): IntentHandler<typeof ticketCreate> =>
  async ({ id, payload: { noteId } }, { tx, now, actor }) => {
    const chatId = await chatOfActive(tx, actor.id);
    const why = await whyNotSent(tx, { noteId, authorId: actor.id });
    if (chatId === null || why) return refused(why ?? 'problem.nothing_to_send');
    return openReport(tx, now(), chat, {
      kind: 'ticket',
      author: actor,
      chatId,
      noteId,
      screen: null,
      traceId: id,
    });
  };

const moved = ({ state }: ProblemStanding, to: ProblemState) => ({
  before: { problemState: state },
  after: { problemState: to },
});

/** The developers' answer goes to the author, and into their chat when it was not written there. */
export const answerProblem =
  (chat: DevelopersChat): IntentHandler<typeof problemAnswer> =>
  async ({ origin, payload: { reportId, noteId } }, { tx, now, actor }) => {
    const isThere = origin !== null && isDevelopersChat(chat, origin.chatId);
    const problem = await lockProblem(tx, reportId);
    if (!problem) return refused('problem.not_found');
    // Who writes in the developers' chat was let in there by the developers.
    if (!isThere && !isDeveloper(actor)) return refused('problem.not_a_developer');
    const why = await whyNotSent(tx, { noteId, authorId: actor.id });
    if (why) return refused(why);

    const toAuthor = actor.id === problem.authorId ? [] : [problem.authorChatId];
    const toDevelopers = chat.developersChatId === null || isThere ? [] : [chat.developersChatId];
    const chats = [...toAuthor, ...toDevelopers];
    await insertProblemMessage(tx, {
      reportId,
      side: 'developers',
      writtenBy: actor.id,
      noteId,
      chats,
      now: now(),
    });
    await markProblem(tx, reportId, 'answered', now());
    return done(problemSaid.of({ reportId, side: 'developers', isFirst: false }), moved(problem, 'answered'));
  };

/** The author goes on: the developers have something to answer again. */
export const continueProblem =
  (chat: DevelopersChat): IntentHandler<typeof problemContinue> =>
  async ({ payload: { reportId, noteId } }, { tx, now, actor }) => {
    const problem = await lockProblem(tx, reportId);
    if (!problem || problem.authorId !== actor.id) return refused('problem.not_found');
    const chatId = await chatOfActive(tx, actor.id);
    if (chatId === null) return refused('problem.no_access');
    const why = await whyNotSent(tx, { noteId, authorId: actor.id });
    if (why) return refused(why);
    if (await hasWrittenEnough(tx, actor.id, now())) return refused('problem.too_many');

    const chats = await chatsOfDevelopers(tx, chat, {
      id: actor.id,
      chatId,
      isDeveloper: isDeveloper(actor),
    });
    await insertProblemMessage(tx, {
      reportId,
      side: 'author',
      writtenBy: actor.id,
      noteId,
      chats,
      now: now(),
    });
    await markProblem(tx, reportId, 'waiting', now());
    return done(problemSaid.of({ reportId, side: 'author', isFirst: false }), moved(problem, 'waiting'));
  };

/** «✅ Закрыть»: nothing is left to answer. */
export const closeProblem: IntentHandler<typeof problemClose> = async (
  { payload: { reportId } },
  { tx, now },
) => {
  const problem = await lockProblem(tx, reportId);
  if (!problem) return refused('problem.not_found');
  if (problem.state === 'closed') return refused('problem.already_closed');
  await markProblem(tx, reportId, 'closed', now());
  return done(problemClosed.of({ reportId }), moved(problem, 'closed'));
};
