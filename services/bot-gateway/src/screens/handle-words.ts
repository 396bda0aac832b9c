import { withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import { mayOpen, type Person } from '../people/person.js';
import { findBotScreen } from '../store/bot-screens.js';
import { insertNote } from '../store/notes.js';
import { findPendingInput, forgetPendingInput } from '../store/pending-inputs.js';
import { readCallId } from '../text/call-id.js';
import type { Html } from '../text/html.js';
import { dropKeyboard, sendComposed, type MessageRef } from './adapter.js';
import { composeLine } from './compose.js';
import type { Address } from './define-place.js';
import type { TypedAnswer } from './define-screen.js';
import { renderBase, rootFor } from './draw.js';
import { followLink, type Trail } from './navigation.js';
import { callCardPlace } from './places/work.js';
import { showNew } from './show.js';

/** An open question that has been answered, well or not. */
interface Pending {
  /** The message that asks. */
  message: MessageRef;
  answer: TypedAnswer;
  trail: Trail;
}

/** What the screen that waits for words makes of them; null: none waits, or not for this person any more. */
const askPendingScreen = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  text: string,
): Promise<Pending | null> => {
  const message = await findPendingInput(deps.db, chatId);
  const state = message && (await findBotScreen(deps.db, message));
  if (!state) return null;
  const screen = deps.screens.findScreen(state.trail.at(-1)?.data ?? '');
  if (!screen?.typed || !mayOpen(person, screen.permission)) return null;
  return { message, answer: screen.typed(text, renderBase(deps, person)), trail: state.trail };
};

/** Goes on in a new message under the typed words; the one that asked loses its buttons, so that only one is live. */
const goOnBelow = async (
  deps: GatewayDeps,
  person: Person,
  { message }: Pending,
  trail: Trail,
  notice: Html | null = null,
): Promise<void> => {
  await showNew(deps, person, message.chatId, trail, notice);
  await dropKeyboard(deps.api, message);
};

/** Where an answered question leads; words to keep are stored with the question's end. @returns null: it asks again */
const takeAnswer = async (
  { db, now }: GatewayDeps,
  person: Person,
  { message: { chatId }, answer }: Pending,
): Promise<Address | null> => {
  if (answer.kind === 'say') return null;
  return withTransaction(db, async (tx) => {
    await forgetPendingInput(tx, chatId);
    if (answer.kind === 'open') return answer.address;
    return answer.leadsTo(await insertNote(tx, { authorId: person.id, text: answer.words, now: now() }));
  });
};

/**
 * Answers typed words: the open question first, then a call id, else a hint. Never silence.
 * A number that the open question cannot take is a call id.
 */
export const handleWords = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  text: string,
): Promise<void> => {
  if (person.status !== 'active') {
    await showNew(deps, person, chatId, [rootFor(person)]);
    return;
  }
  const pending = await askPendingScreen(deps, person, chatId, text);
  const next = pending && (await takeAnswer(deps, person, pending));
  if (pending && next) {
    await goOnBelow(deps, person, pending, followLink(pending.trail, next));
    return;
  }
  const historyId = readCallId(text);
  if (historyId !== null) {
    await showNew(deps, person, chatId, [rootFor(person), callCardPlace.address({ historyId })]);
    return;
  }
  if (pending?.answer.kind === 'say') {
    await goOnBelow(deps, person, pending, pending.trail, pending.answer.text);
    return;
  }
  const t = deps.texts.in(person.language);
  const hint = t(mayOpen(person, callCardPlace.permission) ? 'hint-words' : 'hint-menu');
  await sendComposed(deps.api, chatId, composeLine(hint, t));
};
