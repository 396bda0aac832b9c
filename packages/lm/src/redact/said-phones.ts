import type { Turn } from '@perezvon/contracts';
import { dictatedGroups, isDigitWord } from './spoken-digits.js';
import { whoseNumber, type NumberContext } from './whose-number.js';
import { wordsOf } from './words.js';

const NUMBER_WORD =
  '(?:нол|нул|од[ни]|дв[аеу]|три|тро|четыр|сорок|сто|пят|шест|сем|восем|девят|девян|десят)[а-яё]*|\\d+';
const GAP = '[^а-яё\\d]{1,4}(?:(?:и|плюс|потом|дальше|далее|затем|код)[^а-яё\\d]{1,4})?';
/** Three numbers in a row: prices, times and dates have two. */
const DICTATES = new RegExp(
  `(?:${NUMBER_WORD})${GAP}(?:${NUMBER_WORD})${GAP}(?:${NUMBER_WORD})|\\d{10}`,
  'i',
);
/** A turn that begins with a number: what a number said in pieces consists of. */
const BEGINS = new RegExp(`^[^а-яё\\d]{0,3}(?:${NUMBER_WORD})`, 'i');
const MIN_PIECES = 2;
/** In words a code begins with «девятьсот», «четыреста», «восемьсот», «триста», or «девять» where digits are said one by one. */
const CODE = /евят|сот|ста|\d/;

/** Whether the client of a call says what could be a phone: most do not, and their words are not looked through. */
const mayDictate = (turns: readonly SaidTurn[]): boolean => {
  let pieces = 0;
  for (const { speaker, text } of turns) {
    if (speaker !== 'client') continue;
    if (BEGINS.test(text)) pieces += 1;
    if (pieces >= MIN_PIECES || (CODE.test(text) && DICTATES.test(text))) return true;
  }
  return false;
};

/** What stands between the groups of one number. */
const BETWEEN = /^(?:и|плюс|потом|дальше|далее|затем|так|тире|код|э|ну|вот|значит)$/u;
const MAX_BETWEEN = 2;
/** What an operator says while he writes a number down, besides its digits. */
const LISTENS =
  /^(?:да|так|угу|ага|хорошо|слушаю|записываю|пишу|дальше|далее|секунду|минуту|понятно|и|номер)$/u;
const MAX_LISTENING_WORDS = 8;

/** «8 916 …», «7 495 …»: eleven digits; without the first one ten. */
const WITH_TRUNK = /^[78][3489]\d{9}/u;
const FULL_MOBILE = /^[78]9/u;
const MOBILE = /^9\d{9}/u;
const LANDLINE = /^[348]\d{9}/u;

type SaidTurn = Pick<Turn, 'speaker' | 'text'>;

interface Dictation {
  /** What it can mean: groups of digits. */
  readings: readonly (readonly string[])[];
  context: NumberContext;
}

/** What the client says between two questions of the operator: a number may be said in several turns. */
interface Answer {
  /** Turns before it. */
  from: number;
  question: readonly string[];
  words: string[];
}

const isListening = (words: readonly string[]): boolean =>
  words.length <= MAX_LISTENING_WORDS && words.every((word) => LISTENS.test(word) || isDigitWord(word));

/** More words around a number, or of a question before it, explain it no better. */
const WORDS_AROUND = 40;

const lowerWords = (text: string): string[] => wordsOf(text).map(({ lower }) => lower);

const answersOf = (turns: readonly SaidTurn[]): Answer[] => {
  const answers: Answer[] = [{ from: 0, question: [], words: [] }];
  for (const [at, { speaker, text }] of turns.entries()) {
    const words = lowerWords(text);
    if (speaker === 'client') answers.at(-1)?.words.push(...words);
    else if (speaker === 'operator' && !isListening(words))
      answers.push({ from: at + 1, question: words.slice(-WORDS_AROUND), words: [] });
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

/** So many words of digits in a row are a counting child, or noise: no phone, however it is repeated. */
const MAX_RUN = 100;

const dictationsOf = ({ question, words }: Omit<Answer, 'from'>): Dictation[] => {
  const dictations: Dictation[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!isDigitWord(words[from] ?? '')) continue;
    const end = endOfRun(words, from);
    dictations.push({
      readings: end - from > MAX_RUN ? [] : dictatedGroups(words.slice(from, end)),
      context: {
        question,
        before: words.slice(Math.max(0, from - WORDS_AROUND), from),
        after: words.slice(end, end + WORDS_AROUND),
      },
    });
    from = end;
  }
  return dictations;
};

/** A phone is said as 916 123 45 67: groups end after these digits. */
const GROUP_ENDS = [3, 6, 8];
const CODE_DIGITS = 3;
const DIGITS_WITHOUT_TRUNK = 10;

/** Where the groups of a reading end, in digits from its beginning. */
const endsOf = (groups: readonly string[]): ReadonlySet<number> => {
  let length = 0;
  return new Set(groups.map((group) => (length += group.length)));
};

/** Whether the first three digits are a group, or said one by one: 916, or 9 1 6, and not 91 6. */
const hasCode = (ends: ReadonlySet<number>, from: number): boolean =>
  ends.has(from + CODE_DIGITS) && ends.has(from + 1) === ends.has(from + CODE_DIGITS - 1);

const isUsual = (ends: ReadonlySet<number>, from: number): boolean =>
  GROUP_ENDS.every((end) => ends.has(from + end));

/**
 * The phone that begins at `from`; null: none does. Without the leading 8 or 7 it has to be grouped as one, or a mobile
 * one in a single piece: ten digits of a policy are grouped in another way.
 */
const phoneAt = (digits: string, ends: ReadonlySet<number>, from: number): string | null => {
  const rest = digits.slice(from);
  const full = WITH_TRUNK.exec(rest)?.[0];
  if (full !== undefined) return full;
  const isOnePiece = ![...ends].some((end) => end > from && end < from + DIGITS_WITHOUT_TRUNK);
  if (isOnePiece || hasCode(ends, from)) {
    const mobile = MOBILE.exec(rest)?.[0];
    if (mobile !== undefined) return mobile;
  }
  return isUsual(ends, from) ? (LANDLINE.exec(rest)?.[0] ?? null) : null;
};

/**
 * The phones that make up all of a reading; [] when a digit is left over: part of a card's number is no phone.
 * @param isNamed the words around say that it is a phone: without that it has to be a mobile one in full
 */
const phonesIn = (groups: readonly string[], isNamed: boolean): string[] => {
  const digits = groups.join('');
  const ends = endsOf(groups);
  const phones: string[] = [];
  for (let from = 0; from < digits.length; from += phones.at(-1)?.length ?? 0) {
    const phone = phoneAt(digits, ends, from);
    if (phone === null || (!isNamed && !FULL_MOBILE.test(phone))) return [];
    phones.push(phone);
  }
  return phones;
};

/** The phones of a dictation: of its readings that make phones, the one that is grouped as people do, else the first. */
const phonesOf = ({ readings }: Dictation, isNamed: boolean): string[] => {
  const possible = readings
    .map((groups) => ({ groups, phones: phonesIn(groups, isNamed) }))
    .filter(({ phones }) => phones.length > 0);
  const usual = possible.find(({ groups, phones }) =>
    isUsual(endsOf(groups), (phones[0]?.length ?? 0) - DIGITS_WITHOUT_TRUNK),
  );
  return (usual ?? possible[0])?.phones ?? [];
};

/** One number with and without the leading 8 or 7. */
const withoutTrunk = (phone: string): string => phone.slice(-DIGITS_WITHOUT_TRUNK);

/** Which turn of the operator reads a number out first; what he repeats while he writes does not count. */
const readOutAt = (turns: readonly SaidTurn[]): ReadonlyMap<string, number> => {
  const first = new Map<string, number>();
  for (const [at, { speaker, text }] of turns.entries()) {
    const words = speaker === 'operator' ? lowerWords(text) : [];
    if (isListening(words)) continue;
    const phones = dictationsOf({ question: [], words }).flatMap((dictation) => phonesOf(dictation, true));
    for (const phone of phones.map(withoutTrunk)) if (!first.has(phone)) first.set(phone, at);
  }
  return first;
};

interface SaidPhone {
  phone: string;
  /** Turns before the answer in which it is said. */
  from: number;
}

const phonesOfAnswer = (answer: Answer): SaidPhone[] =>
  dictationsOf(answer).flatMap((dictation) => {
    const whose = whoseNumber(dictation.context);
    if (whose === 'other') return [];
    return phonesOf(dictation, whose === 'client').map((phone) => ({ phone, from: answer.from }));
  });

/**
 * Numbers at which the client of a call says that he can be reached, as digits with or without the leading 8 or 7;
 * written or dictated in words, at once or group by group while the operator writes them down. Left out: numbers of
 * somebody else, of the clinic, of documents, what the operator named first, and what the words around do not explain.
 * @returns each once, in the order of the call; time is linear in its length
 */
export const saidPhones = (turns: readonly SaidTurn[]): string[] => {
  if (!mayDictate(turns)) return [];
  const said = answersOf(turns).flatMap(phonesOfAnswer);
  if (said.length === 0) return [];
  const readOut = readOutAt(turns);
  const isRepeated = ({ phone, from }: SaidPhone): boolean =>
    (readOut.get(withoutTrunk(phone)) ?? Infinity) < from;
  return [...new Set(said.filter((one) => !isRepeated(one)).map(({ phone }) => phone))];
};
