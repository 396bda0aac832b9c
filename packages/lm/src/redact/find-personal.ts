import type { Speaker, Turn } from '@perezvon/contracts';
import { stemWord } from '../text/stem.js';
import { addresses, asksForAddress, asksForNumber, emails, spokenEmails } from './contacts.js';
import { couldBeName } from './name-forms.js';
import { asksForName, namesAnswered, namesPossible, namesSaid, namesSpelled } from './names.js';
import { allNumbers, digitRuns, namedNumbers, spokenNumbers, spokenYears } from './numbers.js';
import { mergeRanges, wordsOf, type Range, type Word } from './words.js';

export type PersonalKind = 'name' | 'number' | 'mail' | 'address';

/** Words that tell who somebody is, and in which way. */
export interface PersonalRange extends Range {
  kind: PersonalKind;
}

/**
 * `shown`: to people of the clinic, who need the call's words to understand it. `sent`: out of the house: what may be
 * personal is, and a word too many is hidden rather than one too few.
 */
export type Audience = 'shown' | 'sent';

interface ReadTurn {
  text: string;
  speaker: Speaker;
  words: readonly Word[];
}

/** What the turns before asked for. */
interface Asked {
  name: boolean;
  number: boolean;
  address: boolean;
}
const NOTHING: Asked = { name: false, number: false, address: false };

/** Shorter words have the stem of too many others: «Вера» and «верю». */
const MIN_STEMMED = 5;
/** «Парамонов», «Парамоновой»; «Бельский», «Бельская». */
const SURNAME_BASE = /^(\p{L}+(?:[оеё]в|[иы]н|[сц]к))(?:а|у|ой|ым|е|ых|ы|ий|ая|ого|ому|ую|им)?$/u;
/** By what a name is known again in another case, or borne by somebody else in the family. */
const nameKey = (lower: string): string =>
  lower.length < MIN_STEMMED ? lower : (SURNAME_BASE.exec(lower)?.[1] ?? stemWord(lower));

const marked = (kind: PersonalKind, ranges: readonly Range[]): PersonalRange[] =>
  ranges.map(({ start, end }) => ({ start, end, kind }));

const nameWords = ({ words, speaker }: ReadTurn, asked: Asked, audience: Audience): Word[] => [
  ...namesSaid(words, speaker),
  ...(asked.name && speaker === 'client' ? namesAnswered(words) : []),
  ...(audience === 'sent' ? namesPossible(words, speaker) : []),
];

const numbersOf = ({ text, words, speaker }: ReadTurn, asked: Asked, audience: Audience): Range[] => [
  ...digitRuns(text),
  ...spokenNumbers(words),
  ...(audience === 'sent' ? [...namedNumbers(words), ...spokenYears(words)] : []),
  ...(audience === 'sent' && asked.number && speaker === 'client' ? allNumbers(words) : []),
];

/** «Золотова Карина восемьдесят шестой»: whoever says a name when asked adds the year of birth unasked. */
const yearsAfter = (names: readonly Word[], { words }: ReadTurn): Range[] => {
  const said = new Set(names.map(({ start }) => start));
  const next = new Set(
    words.flatMap(({ start }, at) => (said.has(start) ? (words[at + 1]?.start ?? []) : [])),
  );
  return allNumbers(words).filter(({ start }) => next.has(start));
};

const addressesOf = ({ text, words, speaker }: ReadTurn, asked: Asked, audience: Audience): Range[] => {
  if (audience === 'shown') return [];
  return asked.address && speaker === 'client' ? [{ start: 0, end: text.length }] : addresses(words);
};

/** What a turn asks for; an answer may come a turn later («секунду…»), so a question stands until it is answered. */
const askedAfter = (asked: Asked, { speaker, words, text }: ReadTurn, saysName: boolean): Asked => {
  if (speaker === 'operator')
    return {
      name: asksForName(words),
      number: asksForNumber(words),
      address: asksForAddress(words, text),
    };
  return speaker === 'client' && saysName ? NOTHING : asked;
};

const joinNeighbours = (ranges: readonly PersonalRange[], text: string): PersonalRange[] => {
  const joined: PersonalRange[] = [];
  for (const range of mergeRanges(ranges)) {
    const last = joined.at(-1);
    const isNext =
      last?.kind === range.kind && text.slice(last.end, range.start).trim().replace('-', '') === '';
    if (last && isNext) last.end = range.end;
    else joined.push(range);
  }
  return joined;
};

/**
 * Where the turns of a call say who somebody is: names (also those that stand elsewhere after they were said once),
 * phones, cards, policies, dates of birth, mail, addresses, written or spoken. It looks for forms and for what was
 * asked, not for meaning: it can miss a name that nobody asked for and that looks like no name.
 * @returns for every turn ranges in order that do not touch; time is linear in the length of the call
 */
export const findPersonal = (
  turns: readonly Pick<Turn, 'speaker' | 'text'>[],
  audience: Audience,
): PersonalRange[][] => {
  const known = new Set<string>();
  let asked = NOTHING;
  const read = turns.map(({ speaker, text }) => {
    const turn: ReadTurn = { speaker, text, words: wordsOf(text) };
    const names = nameWords(turn, asked, audience);
    for (const { lower } of names) known.add(nameKey(lower));
    const ranges = [
      ...marked('mail', [...emails(text), ...(audience === 'sent' ? spokenEmails(turn.words) : [])]),
      ...marked('address', addressesOf(turn, asked, audience)),
      ...marked('number', numbersOf(turn, asked, audience)),
      ...(audience === 'sent' && asked.name ? marked('number', yearsAfter(names, turn)) : []),
      ...marked('name', [...names, ...(audience === 'sent' ? namesSpelled(turn.words) : [])]),
    ];
    asked = askedAfter(asked, turn, names.length > 0);
    return { turn, ranges };
  });
  return read.map(({ turn: { words, text }, ranges }) => {
    const again = words.filter((word) => couldBeName(word) && known.has(nameKey(word.lower)));
    return joinNeighbours([...ranges, ...marked('name', again)], text);
  });
};
