import type { Envelope } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { isQuietFor } from '../notifications/is-quiet.js';
import type { Person } from '../people/person.js';
import { sendComposed, type MessageRef } from '../screens/adapter.js';
import { idOf } from '../screens/codec.js';
import { composeNotice } from '../screens/compose.js';
import type { Address } from '../screens/define-place.js';
import type { Trail } from '../screens/navigation.js';
import type { Notice } from '../screens/notice.js';
import { redrawInPlace, showInPlace, showNew } from '../screens/show.js';
import { findBotScreen, listMessagesShowing } from '../store/bot-screens.js';
import { findPerson, findPersonByTelegramId } from '../store/people.js';
import { markTold, wasTold } from '../store/updates.js';
import type { Translate } from '../text/translate.js';

/**
 * Words about an event, in the reader's language.
 * @param screen id of the screen that the person waits on; null: he waits on none
 */
export type Words = (t: Translate, screen: string | null) => Notice;

/** The intent that an event answers; an intent that was given up has events of its own. */
export const intentOf = (causedBy: string): string => causedBy.replace(/\.failed$/, '');

/** Does something for a person in his chat's lane once, however often the event comes. */
export const oncePerPerson = async (
  deps: GatewayDeps,
  eventId: string,
  person: Person,
  tell: (chatId: number) => Promise<void>,
): Promise<void> => {
  const chatId = Number(person.telegramId);
  await deps.lanes.run(chatId, async () => {
    const key = { eventId, personId: person.id };
    if (await wasTold(deps.db, key)) return;
    await tell(chatId);
    // As close to the sending as can be: a crash in between tells the person twice, never not at all.
    await withTransaction(deps.db, (tx) => markTold(tx, key));
  });
};

/**
 * Draws what came of an action where it was tapped. A person who has gone on to another screen is left alone,
 * unless it is a "no": that he reads as a new message, as he does whatever came of words that he typed.
 * @param words null: the screen itself says it
 */
export const settleAction = async (
  deps: GatewayDeps,
  { id, actorId, causedBy, origin }: Envelope,
  { words, isRefusal }: { words: Words | null; isRefusal: boolean },
): Promise<void> => {
  if (actorId === null || causedBy === null || origin === null) return;
  const person = await findPerson(deps.db, actorId);
  if (!person) return;
  await oncePerPerson(deps, id, person, async (chatId) => {
    const t = deps.texts.in(person.language);
    const state = await findBotScreen(deps.db, origin);
    const isWaiting = state?.waitingFor === intentOf(causedBy);
    const notice = words && words(t, isWaiting ? idOf(state.trail.at(-1)?.data ?? '') : null);
    if (isWaiting) await showInPlace(deps, person, origin, state.trail, notice);
    else if (notice && (isRefusal || state === null))
      await sendComposed(
        deps.api,
        origin.chatId,
        composeNotice(notice, t, { isGroup: origin.chatId !== chatId }),
      );
  });
};

/** How a message is drawn anew. */
type Redraw = typeof redrawInPlace;

/**
 * Draws a message anew in its chat's lane, as it is by then.
 * @param how the way for the screen that the message shows; null: it has gone on to another one and is left alone
 */
export const redrawUnlessMoved = (
  deps: GatewayDeps,
  message: MessageRef,
  how: (shown: Address) => Redraw | null,
): Promise<void> =>
  deps.lanes.run(message.chatId, async () => {
    const person = await findPersonByTelegramId(deps.db, BigInt(message.chatId));
    const state = await findBotScreen(deps.db, message);
    const shown = state?.trail.at(-1);
    // Waiting for an outcome of its own meanwhile: that is drawn by itself.
    if (!person || !state || !shown || state.waitingFor !== null) return;
    await how(shown)?.(deps, person, message, state.trail);
  });

/** Whether an event came from this very message, which is settled by itself. */
export const isOrigin = ({ origin }: Pick<Envelope, 'origin'>, { chatId, messageId }: MessageRef): boolean =>
  origin?.chatId === chatId && origin.messageId === messageId;

/**
 * Redraws the messages that show a screen which an event has changed; those of the person who acted are settled.
 * @param onlyIn the chat of the one person whom it concerns; absent: everybody's
 */
export const redrawShowing = async (
  deps: GatewayDeps,
  event: Pick<Envelope, 'origin'>,
  screen: Address,
  { onlyIn }: { onlyIn?: number } = {},
): Promise<void> => {
  for (const message of await listMessagesShowing(deps.db, screen, deps.now())) {
    if (onlyIn !== undefined && message.chatId !== onlyIn) continue;
    if (isOrigin(event, message)) continue;
    await redrawUnlessMoved(deps, message, (shown) => (shown.data === screen.data ? redrawInPlace : null));
  }
};

/**
 * Tells a person of an event with a new message, which rings: a screen with the news above it. Somebody who has blocked
 * the bot is told nothing: when he writes again his menu says what matters then.
 */
export const tellPerson = async (
  deps: GatewayDeps,
  eventId: string,
  personId: number,
  { trail, words }: { trail: (person: Person) => Trail; words: Words },
): Promise<void> => {
  const person = await findPerson(deps.db, personId);
  if (!person) return;
  await oncePerPerson(deps, eventId, person, async (chatId) => {
    if (person.unreachableSince !== null) return;
    const shown = await showNew(
      deps,
      person,
      chatId,
      trail(person),
      words(deps.texts.in(person.language), null),
      { silent: await isQuietFor(deps, person) },
    );
    if (shown.kind === 'unreachable') deps.log.info({ userId: person.id }, 'person cannot be reached');
  });
};

/** `tellPerson` of calls and work: who has no access any more hears nothing of them. */
export const tellColleague = async (
  deps: GatewayDeps,
  eventId: string,
  personId: number,
  news: Parameters<typeof tellPerson>[3],
): Promise<void> => {
  const person = await findPerson(deps.db, personId);
  if (person?.status === 'active') await tellPerson(deps, eventId, personId, news);
};
