import type { ChatMessage, Person } from '@perezvon/telegram-simulator';
import { looksOf } from '../crawl/read-screen.js';
import type { GuideCheck, GuideStep } from './checks.js';

/** On a machine that is busy with other tests. */
const STEP_WITHIN_MS = 20_000;

type TapStep = Extract<GuideStep, { kind: 'tap' }>;
type NewsStep = Extract<GuideStep, { kind: 'news' }>;

/** Where a reader looks: at one message, or at whatever came after something. */
interface Spot {
  isHere: (message: ChatMessage) => boolean;
}

/** A reader with the guide in his hand. */
export interface GuideWalker {
  /**
   * Walks one check, going on from where he stands when it begins like the one before.
   * @returns what is wrong, with what stood there instead; null when all is as promised
   */
  walk: (check: GuideCheck) => Promise<string | null>;
}

/** All that can be read of a message. */
const wordsOf = ({ text, buttons, attachment }: ChatMessage): string =>
  [text, ...buttons.flat().map((button) => button.text), attachment?.fileName ?? ''].join('\n');

const fits = (message: ChatMessage, { promised }: GuideCheck): boolean => {
  const words = wordsOf(message);
  return promised.every(({ matches, isThere }) => matches.test(words) === isThere);
};

/** Only the menu leads to the help. */
const isMenu = ({ buttons }: ChatMessage): boolean =>
  buttons.flat().some(({ text }) => text === '❓ Помощь' || text === '❓ Help');

/** Every check begins with the menu, a message or words: nothing is tapped here. */
const NOWHERE: Spot = { isHere: () => false };

const at = (shown: ChatMessage): Spot => ({
  isHere: ({ messageId }) => messageId === shown.messageId,
});

const isSameStep = (one: GuideStep, other: GuideStep | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What is left of a way for who has walked `walked`; all of it when that leads elsewhere. */
const restOf = (steps: readonly GuideStep[], walked: readonly GuideStep[]): readonly GuideStep[] =>
  walked.every((step, index) => isSameStep(step, steps[index])) ? steps.slice(walked.length) : steps;

/** Somebody's thumb and eyes. */
interface Eyes {
  person: Person;
  /** Told of every message that the walk comes to. */
  onScreen: (message: ChatMessage) => void;
}

const find = async (
  { person, onScreen }: Eyes,
  what: string,
  predicate: (message: ChatMessage) => boolean,
): Promise<ChatMessage> => {
  const message = await person.waitFor((candidate) => candidate.from === 'bot' && predicate(candidate), {
    what,
    timeoutMs: STEP_WITHIN_MS,
  });
  onScreen(message);
  return message;
};

const tap = async (eyes: Eyes, spot: Spot, { label, matches }: TapStep): Promise<Spot> => {
  const { person } = eyes;
  const hasButton = ({ buttons }: ChatMessage): boolean =>
    buttons.flat().some(({ text, callbackData }) => callbackData !== null && matches.test(text));
  const before = await find(eyes, `«${label}»`, (message) => spot.isHere(message) && hasButton(message));
  const newest = person.lastMessage()?.messageId ?? 0;
  await person.tap(matches, { messageId: before.messageId, timeoutMs: STEP_WITHIN_MS });
  // In its place; recordings and files come below, as news may.
  const next = await find(eyes, `what «${label}» leads to`, (message) =>
    message.messageId === before.messageId
      ? looksOf(message) !== looksOf(before)
      : message.messageId > newest && message.attachment !== null,
  );
  // What was asked for may come below, after a first sign in the place of the button.
  return { isHere: ({ messageId }) => messageId === next.messageId || messageId > newest };
};

const write = async (eyes: Eyes, text: string): Promise<Spot> => {
  const { messageId } = await eyes.person.send(text);
  const isBelow = (message: ChatMessage): boolean => message.messageId > messageId;
  // News may arrive just now: what is looked for next says which message is the answer.
  await find(eyes, `the answer to «${text}»`, isBelow);
  return { isHere: isBelow };
};

const openMenu = async (eyes: Eyes): Promise<Spot> => {
  const { messageId } = await eyes.person.send('/menu');
  return at(await find(eyes, 'the menu', (message) => message.messageId > messageId && isMenu(message)));
};

const lookAt = async (eyes: Eyes, { words, matches }: NewsStep): Promise<Spot> =>
  at(await find(eyes, `the message «${words}»`, ({ text }) => matches.test(text)));

/** @returns where one looks then */
const take = (eyes: Eyes, spot: Spot, step: GuideStep): Promise<Spot> => {
  if (step.kind === 'menu') return openMenu(eyes);
  if (step.kind === 'news') return lookAt(eyes, step);
  return step.kind === 'type' ? write(eyes, step.text) : tap(eyes, spot, step);
};

const faultOf = ({ lineNumber, line }: GuideCheck, error: unknown, person: Person): string => {
  const why = error instanceof Error ? error.message : String(error);
  const buttons = person.buttons().map(({ text }) => `[${text}]`);
  return `docs/guide.ru.md:${lineNumber}: ${line}\n${why}\n${buttons.join(' ')}`;
};

/** @param onScreen told of every message that the walk comes to */
export const newGuideWalker = (person: Person, onScreen: (message: ChatMessage) => void): GuideWalker => {
  const eyes = { person, onScreen };
  let walked: readonly GuideStep[] = [];
  let spot = NOWHERE;

  const goThrough = async (check: GuideCheck): Promise<void> => {
    const steps = restOf(check.steps, walked);
    walked = [];
    for (const step of steps) spot = await take(eyes, spot, step);
    await find(eyes, 'what the guide promises', (message) => spot.isHere(message) && fits(message, check));
    walked = check.steps;
  };

  return {
    walk: async (check) => {
      try {
        await goThrough(check);
        return null;
      } catch (error) {
        return faultOf(check, error, person);
      }
    },
  };
};
