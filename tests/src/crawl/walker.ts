import type { ChatMessage, Person } from '@perezvon/telegram-simulator';
import { idOf, keysOf, looksOf, screenOf, type BACK, type Key, type MENU } from './read-screen.js';

/** A tap on a button, or words that an open question waits for. */
export type Step = { kind: 'tap'; key: Key } | { kind: 'type'; words: string };

/** One step and what came of it. */
export interface Press {
  /** Labels from the menu to this one. */
  path: readonly string[];
  /** The screen on which it was pressed; null: one without a name. */
  from: string | null;
  /** What the button leads to; null: words were typed. */
  to: string | null;
  /** Between the tap and its answer; null: words have none. */
  answeredInMs: number | null;
  /** What it led to. */
  screen: ChatMessage;
  /** Whether anything is to be seen of it. */
  hasShown: boolean;
}

/** One person's thumb, which knows where it is. */
export interface Walker {
  /** What the person looks at, as it is now. */
  shown: () => ChatMessage;
  take: (step: Step, way: readonly Step[]) => Promise<void>;
  openMenu: () => Promise<void>;
  /** Looks at another message of the chat. */
  lookAt: (message: ChatMessage) => void;
}

/** The outcome of an action takes its place. */
const UNDER_WAY = /^⏳ (?:Выполняется|Принято)/u;
/** A machine that is busy with other tests is slow, not wrong: how long an answer took is judged by the caller. */
const TIMEOUT_MS = 60_000;

export const labelOf = (step: Step): string => (step.kind === 'tap' ? step.key.label : `«${step.words}»`);

interface WalkerOptions {
  person: Person;
  /** Resolves when the bot has done what it was asked for. */
  settled: () => Promise<void>;
  /** Every message that it looks at. */
  onShow: (message: ChatMessage) => void;
  onPress: (press: Press) => void;
}

/** Stands nowhere yet: open the menu first. */
export const newWalker = ({ person, settled, onShow, onPress }: WalkerOptions): Walker => {
  let current: ChatMessage | undefined;

  const lookAt = (message: ChatMessage): void => {
    current = message;
    onShow(message);
  };
  const find = (messageId: number): ChatMessage | undefined =>
    person.messages().findLast((message) => message.messageId === messageId);
  const shown = (): ChatMessage => {
    const message = current && (find(current.messageId) ?? current);
    if (!message) throw new Error('the walker stands nowhere: open the menu first');
    return message;
  };
  const newestAfter = (messageId: number): ChatMessage | undefined =>
    person.messages().findLast((message) => message.from === 'bot' && message.messageId > messageId);

  /** The screen that follows `before`: in its place, or below; the same one where nothing happened. */
  const follow = async (before: ChatMessage, newest: number, what: string): Promise<ChatMessage> => {
    await settled();
    const inPlace = find(before.messageId);
    const isThere = inPlace && inPlace.buttons.length > 0 && looksOf(inPlace) !== looksOf(before);
    const { messageId } = (isThere ? inPlace : newestAfter(newest)) ?? before;
    return person.waitFor((message) => message.messageId === messageId && !UNDER_WAY.test(message.text), {
      what,
      timeoutMs: TIMEOUT_MS,
    });
  };

  const tap = async ({ data }: Key, before: ChatMessage): Promise<number> => {
    const tappedAt = performance.now();
    await person.tap(({ callbackData }) => callbackData === data, {
      messageId: before.messageId,
      timeoutMs: TIMEOUT_MS,
    });
    return performance.now() - tappedAt;
  };

  return {
    shown,
    lookAt,
    openMenu: async () => {
      const { messageId } = await person.send('/menu');
      await settled();
      const menu = newestAfter(messageId);
      if (menu) lookAt(menu);
    },
    take: async (step, way) => {
      const before = shown();
      const newest = person.lastMessage()?.messageId ?? 0;
      const answeredInMs = step.kind === 'tap' ? await tap(step.key, before) : null;
      const below = step.kind === 'type' ? (await person.send(step.words)).messageId : newest;
      const screen = await follow(before, below, `what ${labelOf(step)} leads to`);
      lookAt(screen);
      onPress({
        path: [...way, step].map(labelOf),
        from: screenOf(before),
        to: step.kind === 'tap' ? idOf(step.key.data) : null,
        answeredInMs,
        screen,
        hasShown: screen.messageId !== before.messageId || looksOf(screen) !== looksOf(before),
      });
    },
  };
};

/** «Назад» or «Меню» of what is shown; undefined: it has none. */
export const wayBack = (message: ChatMessage, label: typeof BACK | typeof MENU): Step | undefined => {
  const key = keysOf(message).find((one) => one.label === label);
  return key && { kind: 'tap', key };
};
