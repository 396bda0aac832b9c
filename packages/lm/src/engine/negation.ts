import type { Hit } from './match.js';
import type { ReadTurn } from './prepare.js';

/** Words that deny the verb or noun they stand before. */
const NEGATIONS: ReadonlySet<string> = new Set(['не', 'ни', 'без', 'нет', 'никакой', 'никаких', 'нету']);
/** «Нельзя не пожаловаться» affirms, as «не могу не пожаловаться» does. */
const IMPOSSIBLE: ReadonlySet<string> = new Set(['нельзя', 'невозможно']);

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/**
 * What may stand between «не» and the word it denies without taking the «не» for itself: a modal or auxiliary verb and
 * the small words around it («не буду вам никуда жаловаться»). Any other verb has its own «не» and ends the search.
 */
const AUXILIARY = wordSet(
  'буду будем будет стану станем хочу хотим хотел хотела хотелось хочется собираюсь собираемся собирался собиралась ' +
    'могу можем намерен намерена планирую планируем думаю думала думал надо нужно стоит стал стала пришел пришла ' +
    'вижу имею смысла повода причин',
);
const SMALL = wordSet(
  'на вас вам к вашу ваш никому никого никуда ничего ни и бы же то уж даже больше пока там тут здесь прямо никаких никакой еще сейчас',
);
/** The longest chain of auxiliary and small words that people put there. */
const MAX_BETWEEN = 4;
/** Marks that end what a «не» can reach. */
const CLAUSE_MARK = /[,:()«»—–]/u;

const isClauseStart = ({ text, starts, ends, sentences }: ReadTurn, at: number): boolean =>
  at <= 0 || sentences[at - 1] !== sentences[at] || CLAUSE_MARK.test(text.slice(ends[at - 1], starts[at]));

const wordAt = ({ words }: ReadTurn, at: number): string => words[at]?.word ?? '';

/** The word before, over auxiliaries and small words of the same clause; −1 when the clause begins before a «не». */
const findNegation = (turn: ReadTurn, from: number): number => {
  let at = from;
  for (let passed = 0; passed <= MAX_BETWEEN; passed += 1) {
    if (isClauseStart(turn, at)) return -1;
    at -= 1;
    const word = wordAt(turn, at);
    // «Ни» and «никаких» only strengthen a «не» that stands before an auxiliary: both deny.
    if (NEGATIONS.has(word)) return at;
    if (!AUXILIARY.has(word) && !SMALL.has(word)) return -1;
  }
  return -1;
};

/**
 * Is the phrase denied where it stands? «Не» binds its own verb, over a modal or auxiliary at most: never over a comma or
 * another verb («не перезвонили, я буду жаловаться» is a threat), and two of them cancel out («не могу не пожаловаться»).
 */
export const isNegated = ({ rule, turn, from }: Hit): boolean => {
  if (!rule.negatable) return false;
  const negation = findNegation(turn, from);
  if (negation < 0) return false;
  const isDirect = wordAt(turn, negation) === 'не';
  if (!isDirect || isClauseStart(turn, negation)) return true;
  if (IMPOSSIBLE.has(wordAt(turn, negation - 1))) return false;
  const isAuxiliaryBefore = AUXILIARY.has(wordAt(turn, negation - 1));
  return !(isAuxiliaryBefore && findNegation(turn, negation - 1) >= 0);
};
