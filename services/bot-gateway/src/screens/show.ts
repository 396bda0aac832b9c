import { withTransaction } from '@perezvon/db';
import type { GatewayDeps } from '../deps.js';
import type { Person } from '../people/person.js';
import { holdAction, saveTrail } from '../store/bot-screens.js';
import { setPendingInput } from '../store/pending-inputs.js';
import {
  deleteMessage,
  dropKeyboard,
  editComposed,
  sendComposed,
  type Arrival,
  type MessageRef,
  type Sent,
} from './adapter.js';
import { sendAttachment } from './send-attachment.js';
import { drawTrail, type Drawn } from './draw.js';
import type { Trail } from './navigation.js';
import type { Notice } from './notice.js';

const remember = (deps: GatewayDeps, message: MessageRef, drawn: Drawn): Promise<void> =>
  withTransaction(deps.db, async (tx) => {
    await saveTrail(tx, message, drawn.trail, deps.now());
    await setPendingInput(tx, message, drawn.takesWords, deps.now());
  });

const sendNew = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  drawn: Drawn,
  arrival: Arrival = {},
): Promise<Sent> => {
  const { composed } = drawn;
  const sent = composed.attachment
    ? await sendAttachment(deps, person, chatId, composed, composed.attachment)
    : await sendComposed(deps.api, chatId, composed, arrival);
  if (sent.kind === 'sent') await remember(deps, { chatId, messageId: sent.messageId }, drawn);
  return sent;
};

/** Shows the last screen of a trail as a new message: it rings, unless it arrives silently. */
export const showNew = async (
  deps: GatewayDeps,
  person: Person,
  chatId: number,
  trail: Trail,
  notice: Notice | null = null,
  arrival: Arrival = {},
): Promise<Sent> => sendNew(deps, person, chatId, await drawTrail(deps, person, trail, notice), arrival);

/**
 * Shows the last screen of a trail in a message that is there already; in a new one where that cannot be: a
 * recording or a file, a message that is too old or gone.
 */
export const showInPlace = async (
  deps: GatewayDeps,
  person: Person,
  message: MessageRef,
  trail: Trail,
  notice: Notice | null = null,
): Promise<Sent> => {
  const drawn = await drawTrail(deps, person, trail, notice);
  if (drawn.composed.attachment) return sendNew(deps, person, message.chatId, drawn);
  const edited = await editComposed(deps.api, message, drawn.composed);
  if (edited === 'unreachable') return { kind: 'unreachable' };
  if (edited === 'impossible') {
    await dropKeyboard(deps.api, message);
    return sendNew(deps, person, message.chatId, drawn);
  }
  await remember(deps, message, drawn);
  return { kind: 'sent', messageId: message.messageId };
};

/**
 * Draws a message anew because what it shows has changed. Nothing is sent when it cannot be rewritten, and the
 * open question of the chat stays as it is: the person did nothing.
 */
export const redrawInPlace = async (
  deps: GatewayDeps,
  person: Person,
  message: MessageRef,
  trail: Trail,
): Promise<void> => {
  const { composed } = await drawTrail(deps, person, trail);
  if (composed.attachment === null) await editComposed(deps.api, message, composed);
};

/**
 * Draws a message anew where a button may mean something else now: a tap that is on its way to the old one does
 * nothing.
 */
export const redrawUnderThumb = async (
  deps: GatewayDeps,
  person: Person,
  message: MessageRef,
  trail: Trail,
): Promise<void> => {
  const { composed } = await drawTrail(deps, person, trail);
  const action = composed.rows.flat().find(({ data }) => deps.screens.find(data)?.kind === 'action');
  if (action) await withTransaction(deps.db, (tx) => holdAction(tx, message, action.data, deps.now()));
  if (composed.attachment === null) await editComposed(deps.api, message, composed);
};

/**
 * Draws a message as its person may see it now, his rights having changed. What cannot be rewritten (a recording, a
 * file) and is not his any more is taken out of the chat.
 */
export const redrawAsAllowed = async (
  deps: GatewayDeps,
  person: Person,
  message: MessageRef,
  trail: Trail,
): Promise<void> => {
  const { composed } = await drawTrail(deps, person, trail);
  if (composed.attachment !== null) return;
  const edited = await editComposed(deps.api, message, composed);
  if (edited === 'impossible') await deleteMessage(deps.api, message);
};
