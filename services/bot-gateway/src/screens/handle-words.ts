import { findClinic, withTransaction } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import type { GatewayDeps } from '../deps.js';
import { mayOpen, type Person } from '../people/person.js';
import { findBotScreen } from '../store/bot-screens.js';
import { insertNote } from '../store/notes.js';
import { findPendingInput, forgetPendingInput } from '../store/pending-inputs.js';
import { readCallId } from '../text/call-id.js';
import { cutWords } from '../text/cut-words.js';
import { toPlainText, type Html } from '../text/html.js';
import { findByWords } from '../searches/find-by-words.js';
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
  const clinic = await findClinic(deps.db, deps.timezone);
  return { message, answer: screen.typed(text, { ...renderBase(deps, person), clinic }), trail: state.trail };
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

/** Where an answered question leads, or the line under which it asks again. */
const takeAnswer = async (
  deps: GatewayDeps,
  person: Person,
  { message: { chatId }, answer }: Pending,
): Promise<{ address: Address } | { say: Html }> => {
  const { db, now } = deps;
  if (answer.kind === 'say') return { say: answer.text };
  const t = deps.texts.in(person.language);
  const found = answer.kind === 'find' ? await findByWords(deps, person, answer.words) : null;
  if (found?.kind === 'problem') return { say: t(codeKey('search-problem', found.problem)) };
  return withTransaction(db, async (tx) => {
    await forgetPendingInput(tx, chatId);
    if (answer.kind === 'open') return { address: answer.address };
    if (answer.kind === 'find') return { address: found?.address ?? rootFor(person) };
    return {
      address: answer.leadsTo(await insertNote(tx, { authorId: person.id, text: answer.words, now: now() })),
    };
  });
};

/** Goes on where the answer leads; a call's id that the open question cannot take opens the call. */
const answerPending = async (
  deps: GatewayDeps,
  person: Person,
  pending: Pending,
  text: string,
): Promise<void> => {
  const taken = await takeAnswer(deps, person, pending);
  if ('address' in taken) {
    await goOnBelow(deps, person, pending, followLink(pending.trail, taken.address));
    return;
  }
  const historyId = readCallId(text);
  if (historyId === null) await goOnBelow(deps, person, pending, pending.trail, taken.say);
  else
    await showNew(deps, person, pending.message.chatId, [
      rootFor(person),
      callCardPlace.address({ historyId }),
    ]);
};

/** What the button that looks for the typed words shows of them. */
const MAX_WORDS_ON_BUTTON = 30;

/** Words that nobody asked for: what is understood opens; other words may be looked for, one tap away. */
const answerUnasked = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  text: string,
): Promise<void> => {
  const understood = await findByWords(deps, person, text);
  if (understood?.kind === 'open') {
    await showNew(deps, person, chatId, [rootFor(person), understood.address]);
    return;
  }
  const t = deps.texts.in(person.language);
  const label = t('hint-search-button', { words: cutWords(text, MAX_WORDS_ON_BUTTON) });
  const offer =
    understood?.kind === 'words' ? [[{ text: toPlainText(label), data: understood.address.data }]] : [];
  const hint = t(understood === null ? 'hint-menu' : 'hint-words');
  await sendComposed(deps.api, chatId, composeLine(hint, t, offer));
};

/**
 * Answers typed words: the open question first, then what names calls by its form (an id, a number, a day, an operator),
 * else a hint. Never silence.
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
  if (pending) await answerPending(deps, person, pending, text);
  else await answerUnasked(deps, person, chatId, text);
};
