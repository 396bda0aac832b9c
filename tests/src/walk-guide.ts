import type { ChatMessage, Person } from '@perezvon/telegram-simulator';
import type { GuideCheck, GuideStep } from './guide-checks.js';

const looksOf = ({ text, buttons }: ChatMessage): string => JSON.stringify([text, buttons]);

/** News may arrive in between; only the menu has no way back to itself and leads to the help. */
const isMenu = ({ buttons }: ChatMessage): boolean =>
  buttons.flat().some(({ text }) => text === '❓ Помощь' || text === '❓ Help');

/** The screen that follows `shown`: in its place; a recording or a file comes below. News may come below as well. */
const next = (person: Person, shown: ChatMessage, newest: number, what: string): Promise<ChatMessage> =>
  person.waitFor(
    (message) =>
      message.from === 'bot' &&
      ((message.messageId > newest && message.attachment !== null) ||
        (message.messageId === shown.messageId && looksOf(message) !== looksOf(shown))),
    { what },
  );

/** Takes one step. @returns the message that shows the screen then */
const take = async (person: Person, step: GuideStep, shown: ChatMessage | null): Promise<ChatMessage> => {
  if (step.kind === 'tap') {
    if (shown === null) throw new Error(`«${step.label}» cannot be the first step`);
    const newest = person.lastMessage()?.messageId ?? 0;
    await person.tap(step.matches, { messageId: shown.messageId });
    return next(person, shown, newest, `what «${step.label}» leads to`);
  }
  const text = step.kind === 'menu' ? '/menu' : step.text;
  const { messageId } = await person.send(text);
  return person.waitFor(
    (message) =>
      message.from === 'bot' && message.messageId > messageId && (step.kind === 'type' || isMenu(message)),
    { what: `the answer to ${text}` },
  );
};

/**
 * Walks one check of the guide as its reader would.
 * @throws WaitTimeoutError that names the step or the words that are not there
 */
export const walkCheck = async (person: Person, { line, steps, seen }: GuideCheck): Promise<void> => {
  let shown: ChatMessage | null = null;
  for (const step of steps) shown = await take(person, step, shown);
  const first = shown?.messageId ?? 0;
  await person.waitFor(
    ({ from, messageId, text, buttons }) => {
      const words = [text, ...buttons.flat().map((button) => button.text)].join('\n');
      return from === 'bot' && messageId >= first && seen.every(({ matches }) => matches.test(words));
    },
    { what: `what the guide promises: ${line}` },
  );
};
