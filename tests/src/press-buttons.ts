import type { ChatMessage, MessageButton, Person } from '@perezvon/telegram-simulator';

/** One press and what came of it. */
export interface Press {
  /** Labels from the menu to the pressed button. */
  path: readonly string[];
  /** Between the tap and its answer. */
  answeredInMs: number;
  /** What the press led to. */
  screen: ChatMessage;
}

interface CrawlOptions {
  /** The menu's own buttons are 1 deep. */
  depth: number;
  /** Stops after so many screens. */
  maxPresses: number;
  /** Rows of a list look alike: so many buttons from one kind of screen to one kind of target are enough. */
  alike: number;
}

/** A button that can be pressed. */
interface Key {
  label: string;
  data: string;
}

/** «❓» leads aside and back: a test of the gateway opens it for every screen. */
const WAY_BACK = /^(?:(?:⬅️|🏠) |❓$)/u;
/** The walk reads one language only. */
const OTHER_LANGUAGE = /^🇬🇧 /u;
const BACK = '⬅️ Назад';
const UNDER_WAY = '⏳';
/** A machine that is busy with other tests is slow, not wrong: how long an answer took is judged by the caller. */
const TIMEOUT_MS = 60_000;

const keysOf = (message: ChatMessage): Key[] =>
  message.buttons
    .flat()
    .flatMap(({ text, callbackData }: MessageButton) =>
      callbackData === null ? [] : [{ label: text, data: callbackData }],
    );

const looksOf = ({ text, buttons }: ChatMessage): string => JSON.stringify([text, buttons]);
const kindOf = (data: string): string => data.split('.', 1)[0] ?? '';

/** Taps one button of a message and waits for the screen it leads to: in its place, or below. */
const press = async (
  person: Person,
  from: ChatMessage,
  { label, data }: Key,
): Promise<Omit<Press, 'path'>> => {
  const newest = person.lastMessage()?.messageId ?? 0;
  const tappedAt = performance.now();
  await person.tap(({ callbackData }) => callbackData === data, {
    messageId: from.messageId,
    timeoutMs: TIMEOUT_MS,
  });
  const answeredInMs = performance.now() - tappedAt;
  const screen = await person.waitFor(
    (message) =>
      message.from === 'bot' &&
      !message.text.startsWith(UNDER_WAY) &&
      (message.messageId > newest ||
        (message.messageId === from.messageId && looksOf(message) !== looksOf(from))),
    { what: `what «${label}» leads to`, timeoutMs: TIMEOUT_MS },
  );
  return { answeredInMs, screen };
};

const openMenu = async (person: Person): Promise<ChatMessage> => {
  const { messageId } = await person.send('/menu');
  return person.waitFor((message) => message.from === 'bot' && message.messageId > messageId, {
    what: 'the menu',
    timeoutMs: TIMEOUT_MS,
  });
};

/** A screen anew, by the buttons that lead to it; null: one of them is gone. */
const reopen = async (person: Person, way: readonly Key[]): Promise<ChatMessage | null> => {
  let shown = await openMenu(person);
  for (const key of way) {
    if (!keysOf(shown).some(({ data }) => data === key.data)) return null;
    shown = (await press(person, shown, key)).screen;
  }
  return shown;
};

/** Back to `node` after a press: by «Назад» where that leads there, else from the menu. */
const returnTo = async (
  person: Person,
  node: ChatMessage,
  screen: ChatMessage,
  way: readonly Key[],
): Promise<ChatMessage | null> => {
  // A recording or a file came below: the screen is still there.
  if (screen.messageId !== node.messageId) return node;
  const back = keysOf(screen).find(({ label }) => label === BACK);
  if (back) {
    const before = (await press(person, screen, back)).screen;
    if (looksOf(before) === looksOf(node)) return before;
  }
  return reopen(person, way);
};

/**
 * Presses the buttons that a person can reach from the menu, the nearest first; «Назад» is pressed on the way. A button
 * acts for real: give it people that nobody needs afterwards.
 * @returns the menu's presses first, then those a screen deeper
 */
export const pressButtons = async (
  person: Person,
  { depth, maxPresses, alike }: CrawlOptions,
): Promise<Press[]> => {
  const presses: Press[] = [];
  const known = new Set<string>();
  const seenAlike = new Map<string, number>();

  /** Whether pressing it shows something new; remembers that it was. */
  const isNew = (way: readonly Key[], { label, data }: Key): boolean => {
    if (WAY_BACK.test(label) || OTHER_LANGUAGE.test(label) || known.has(data)) return false;
    const link = `${kindOf(way.at(-1)?.data ?? '')} ${kindOf(data)}`;
    const count = seenAlike.get(link) ?? 0;
    if (count >= alike) return false;
    known.add(data);
    seenAlike.set(link, count + 1);
    return true;
  };

  const queue: (readonly Key[])[] = [[]];
  for (const way of queue) {
    let node = await reopen(person, way);
    for (const key of node === null ? [] : keysOf(node)) {
      if (node === null || presses.length >= maxPresses) break;
      // An action may have taken a button away.
      if (!keysOf(node).some(({ data }) => data === key.data) || !isNew(way, key)) continue;
      const next = [...way, key];
      const { answeredInMs, screen } = await press(person, node, key);
      presses.push({ path: next.map(({ label }) => label), answeredInMs, screen });
      if (next.length < depth) queue.push(next);
      node = await returnTo(person, node, screen, way);
    }
  }
  return presses;
};
