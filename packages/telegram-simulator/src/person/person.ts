import type { SimulatorDeps } from '../deps.js';
import type {
  CallbackAnswer,
  CallbackQuery,
  ChatMessage,
  MessageButton,
  SimulatedPerson,
} from '../state/model.js';
import { sendText, tapButton } from './actions.js';
import { setBlocked } from './membership.js';
import { findPlace, type Place } from './place.js';
import { DEFAULT_TIMEOUT_MS, type MessageWait, waitFor, waitForMessage } from './wait.js';

/** A button by its exact label, a pattern of its label, or anything about it. */
export type ButtonChoice = string | RegExp | ((button: MessageButton) => boolean);

export interface TapOptions {
  /** Only a button of this message; otherwise the newest message that has the button. */
  messageId?: number;
  /** How long to wait for the button, and again for its answer. 20 s when left out. */
  timeoutMs?: number;
}

/** One made-up person's thumb and eyes in one chat, for tests. */
export interface Person {
  readonly id: number;
  readonly profile: SimulatedPerson;
  /**
   * Writes to the bot, `/start` for instance, or into the group.
   * Resolves as soon as the message is kept, not when it is answered.
   * @param options.replyTo the id of the message that is answered
   */
  send(text: string, options?: { replyTo?: number }): Promise<ChatMessage>;
  /**
   * Waits until the button is there, taps it and waits for the bot's answer.
   * @returns the toast or alert; null when the bot answered without a text
   * @throws WaitTimeoutError that names the button
   */
  tap(button: ButtonChoice, options?: TapOptions): Promise<CallbackAnswer | null>;
  /** Taps a button that is there now and waits for nothing. @throws WaitTimeoutError when it is not there */
  tapWithoutWaiting(button: ButtonChoice, options?: Pick<TapOptions, 'messageId'>): Promise<void>;
  /** All messages of the chat, the oldest first. */
  messages(): readonly ChatMessage[];
  /** The newest message of either side. */
  lastMessage(): ChatMessage | undefined;
  /** Buttons of the newest message that has any, row after row; or of the given message. */
  buttons(messageId?: number): readonly MessageButton[];
  /** The newest message that fits, now or as soon as there is one. @throws WaitTimeoutError with `what` */
  waitFor(predicate: (message: ChatMessage) => boolean, options: MessageWait): Promise<ChatMessage>;
  /** Stops the bot: what it sends is refused with 403 until the person writes or unblocks. */
  block(): void;
  unblock(): void;
}

const matches = (button: MessageButton, choice: ButtonChoice): boolean => {
  if (typeof choice === 'string') return button.text === choice;
  return choice instanceof RegExp ? choice.test(button.text) : choice(button);
};

const describeChoice = (choice: ButtonChoice): string => {
  if (typeof choice === 'string') return `the button «${choice}»`;
  return choice instanceof RegExp ? `a button like ${choice}` : 'a button that fits';
};

interface FoundButton {
  messageId: number;
  callbackData: string;
}

const findButton = (
  messages: readonly ChatMessage[],
  choice: ButtonChoice,
  messageId: number | undefined,
): FoundButton | undefined => {
  for (const message of messages.toReversed()) {
    if (messageId !== undefined && message.messageId !== messageId) continue;
    for (const button of message.buttons.flat()) {
      if (button.callbackData !== null && matches(button, choice)) {
        return { messageId: message.messageId, callbackData: button.callbackData };
      }
    }
  }
  return undefined;
};

const buttonsOf = (
  messages: readonly ChatMessage[],
  messageId: number | undefined,
): readonly MessageButton[] =>
  messages
    .findLast((message) =>
      messageId === undefined ? message.buttons.length > 0 : message.messageId === messageId,
    )
    ?.buttons.flat() ?? [];

const describeButtons = (messages: readonly ChatMessage[], messageId: number | undefined): string => {
  const labels = buttonsOf(messages, messageId).map(({ text }) => `«${text}»`);
  return labels.length > 0 ? `buttons there: ${labels.join(' ')}` : 'no buttons there';
};

const waitForAnswer = async (
  callback: CallbackQuery,
  { choice, timeoutMs }: { choice: ButtonChoice; timeoutMs: number },
  { store }: SimulatorDeps,
): Promise<CallbackAnswer | null> => {
  let answer: CallbackAnswer | null = null;
  const unsubscribe = store.subscribe((changes) => {
    for (const change of changes) {
      if (change.kind === 'callback-answered' && change.callbackId === callback.id) answer = change.answer;
    }
  });
  await waitFor(store, () => store.state.callbacks.get(callback.id)?.answered || undefined, {
    what: `the bot's answer to ${describeChoice(choice)}`,
    timeoutMs,
    seen: () => 'answerCallbackQuery was not called',
  }).finally(unsubscribe);
  return answer;
};

/** @throws UnknownPersonError, UnknownGroupError, NotAMemberError */
export const createPerson = (place: Place, deps: SimulatorDeps): Person => {
  const { personId: id } = place;
  const chat = () => findPlace(deps, place).chat;
  const profile = findPlace(deps, place).me.person;

  const tapNow = (found: FoundButton): CallbackQuery | null => tapButton(place, found, deps);
  const waitForButton = (choice: ButtonChoice, messageId: number | undefined, timeoutMs: number) =>
    waitFor(deps.store, () => findButton(chat().messages, choice, messageId), {
      what: describeChoice(choice),
      timeoutMs,
      seen: () => describeButtons(chat().messages, messageId),
    });

  return {
    id,
    profile,
    send: async (text, { replyTo } = {}) => sendText(place, { text, replyToMessageId: replyTo }, deps),
    tap: async (choice, { messageId, timeoutMs = DEFAULT_TIMEOUT_MS } = {}) => {
      const found = await waitForButton(choice, messageId, timeoutMs);
      const callback = tapNow(found);
      return callback && waitForAnswer(callback, { choice, timeoutMs }, deps);
    },
    tapWithoutWaiting: async (choice, { messageId } = {}) => {
      tapNow(await waitForButton(choice, messageId, 0));
    },
    messages: () => [...chat().messages],
    lastMessage: () => chat().messages.at(-1),
    buttons: (messageId) => buttonsOf(chat().messages, messageId),
    waitFor: (predicate, wait) => waitForMessage(deps.store, () => chat().messages, predicate, wait),
    block: () => setBlocked(id, true, deps),
    unblock: () => setBlocked(id, false, deps),
  };
};
