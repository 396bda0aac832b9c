import type { Turn } from '@perezvon/contracts';
import { dictatedDigits, isDigitWord } from './spoken-digits.js';
import { whoseNumber, type NumberContext } from './whose-number.js';
import { wordsOf } from './words.js';

/** No phone is without one of these: calls that have none are not looked through. */
const HAS_NUMBER = /\d\D{0,3}\d|девя|восем|семь/iu;

/** What stands between the groups of one number. */
const BETWEEN = /^(?:и|плюс|потом|дальше|далее|затем|так|тире|код|э|ну|вот|значит)$/u;
const MAX_BETWEEN = 2;
/** What an operator says while he writes a number down, besides its digits. */
const LISTENS =
  /^(?:да|так|угу|ага|хорошо|слушаю|записываю|пишу|дальше|далее|секунду|минуту|понятно|и|номер)$/u;
const MAX_LISTENING_WORDS = 8;

/** «8 916 …», «7 495 …»: eleven digits; without the first one ten. */
const WITH_TRUNK = /^[78][3489]\d{9}/u;
const MOBILE = /^9\d{9}/u;
const LANDLINE = /^[348]\d{9}$/u;

interface Dictation {
  digits: string;
  context: NumberContext;
}

/** What the client says between two questions of the operator: a number may be said in several turns. */
interface Answer {
  question: readonly string[];
  words: string[];
}

const isListening = (words: readonly string[]): boolean =>
  words.length <= MAX_LISTENING_WORDS && words.every((word) => LISTENS.test(word) || isDigitWord(word));

const answersOf = (turns: readonly Pick<Turn, 'speaker' | 'text'>[]): Answer[] => {
  const answers: Answer[] = [{ question: [], words: [] }];
  for (const { speaker, text } of turns) {
    const words = wordsOf(text).map(({ lower }) => lower);
    if (speaker === 'client') answers.at(-1)?.words.push(...words);
    else if (speaker === 'operator' && !isListening(words)) answers.push({ question: words, words: [] });
  }
  return answers;
};

/** Where the run of digit words that begins at `from` ends (exclusive). */
const endOfRun = (words: readonly string[], from: number): number => {
  let end = from + 1;
  for (let at = end; at < words.length && at - end <= MAX_BETWEEN; at += 1) {
    const word = words[at] ?? '';
    if (isDigitWord(word)) end = at + 1;
    else if (!BETWEEN.test(word)) break;
  }
  return end;
};

const dictationsOf = ({ question, words }: Answer): Dictation[] => {
  const dictations: Dictation[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!isDigitWord(words[from] ?? '')) continue;
    const end = endOfRun(words, from);
    dictations.push({
      digits: dictatedDigits(words.slice(from, end)),
      context: { question, before: words.slice(0, from), after: words.slice(end) },
    });
    from = end;
  }
  return dictations;
};

/**
 * The phones that make up all of a run; [] when a digit is left over: part of a card's or policy's number is no phone.
 * @param isNamed the words around say that it is a phone: without that it has to look like a mobile one in full
 */
const phonesIn = (digits: string, isNamed: boolean): string[] => {
  const phones: string[] = [];
  for (let rest = digits; rest !== '';) {
    const [phone] =
      WITH_TRUNK.exec(rest) ?? (isNamed ? (MOBILE.exec(rest) ?? LANDLINE.exec(rest)) : null) ?? [];
    if (phone === undefined || (!isNamed && phone[1] !== '9')) return [];
    phones.push(phone);
    rest = rest.slice(phone.length);
  }
  return phones;
};

/**
 * Numbers at which the client of a call says that he can be reached, as digits with or without the leading 8 or 7;
 * written or dictated in words, at once or group by group while the operator writes them down. Left out: numbers of
 * somebody else, of the clinic, of documents, and what the words around do not explain.
 * @returns each once, in the order of the call; time is linear in its length
 */
export const saidPhones = (turns: readonly Pick<Turn, 'speaker' | 'text'>[]): string[] => {
  if (!turns.some(({ speaker, text }) => speaker === 'client' && HAS_NUMBER.test(text))) return [];
  const phones = answersOf(turns)
    .flatMap(dictationsOf)
    .flatMap(({ digits, context }) => {
      const whose = whoseNumber(context);
      return whose === 'other' ? [] : phonesIn(digits, whose === 'client');
    });
  return [...new Set(phones)];
};
