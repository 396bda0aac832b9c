import type { Speaker } from '@perezvon/contracts';
import { isGivenName } from './given-names.js';
import { couldBeName, isOrdinary, isPatronymic, looksLikeName } from './name-forms.js';
import type { Word } from './words.js';

/** A surname, a given name and a patronymic. */
const MAX_NAME_WORDS = 3;
/** «Фамилия у меня такая: …»: the name comes within so many words. */
const REACH = 4;

/** How many words before a patronymic belong to the name: a client who introduces himself says the surname too. */
const BEFORE_PATRONYMIC: Readonly<Record<Speaker, number>> = { client: 2, operator: 1, system: 1 };

const SURNAME_CUE = /^(?:фамили\p{L}+|фио)$/u;
const CALLED_CUE = /^(?:зовут|звать)$/u;
const WHOSE = /^(?:меня|его|ее|нас|дочку|дочь|сына|мужа|жену|маму|ребенка|девочку|мальчика|мое|мой|моя)$/u;
const TITLE_CUE =
  /^(?:доктор\p{L}*|терапевт\p{L}*|хирург\p{L}*|ортопед\p{L}*|педиатр\p{L}*|ортодонт\p{L}*|\p{L}{3,}лог(?:а|у|ом|е)?|врач\p{L}*|медсестр\p{L}+|администратор\p{L}*|заведующ\p{L}+)$/u;
/** Before a staff member's name there is hardly ever another word. */
const DOCTOR = /^доктор(?:а|у|ом|е)?$/u;
const BOOKED_CUE = /^(?:господин\p{L}*|гражданк\p{L}+|пациент\p{L}*|запиш\p{L}+|записывай\p{L}*)$/u;
/** Questions after which a name is said. */
const NAME_QUESTION = /^(?:фамили\p{L}+|фио|имя|отчество|зовут|звать|представьтесь)$/u;

/** The words of a name that begins at or soon after `from`; the first may be any word that could be one. */
const nameAfter = (words: readonly Word[], from: number, isSureFirst: boolean): Word[] => {
  let at = from;
  while (at < words.length && at < from + REACH && isFiller(words[at])) at += 1;
  const name: Word[] = [];
  for (let word = words[at]; word !== undefined && name.length < MAX_NAME_WORDS; word = words[(at += 1)]) {
    if (name.length > 0 && word.opensClause && !looksLikeName(word)) break;
    const fits = name.length === 0 && !isSureFirst ? couldBeName(word) : looksLikeName(word);
    if (!fits) break;
    name.push(word);
  }
  return name;
};
const isFiller = (word: Word | undefined): boolean => word !== undefined && isOrdinary(word);

/** The name that ends just before `at`, in the same clause: «Воронцов моя фамилия». */
const nameBefore = (words: readonly Word[], at: number): Word[] => {
  let end = at - 1;
  while (end >= 0 && at - end < REACH && isFiller(words[end])) end -= 1;
  const word = words[end];
  const isThere =
    word !== undefined && couldBeName(word) && (looksLikeName(word) || end === 0 || word.opensClause);
  return isThere ? [word] : [];
};

/** «Меня зовут …»: the name stands right there, or somebody asks what it is. */
const nameCalled = (words: readonly Word[], at: number): Word[] => {
  const before = words[at - 1]?.lower ?? '';
  if (before === 'как') return [];
  const next = at + 1 + (WHOSE.test(words[at + 1]?.lower ?? '') ? 1 : 0);
  const first = words[next];
  return first !== undefined && couldBeName(first)
    ? nameAfter(words, next, !WHOSE.test(before) && next === at + 1)
    : [];
};

/** An operator's own name is no secret to the clinic. */
const isOwnName = (words: readonly Word[], at: number, speaker: Speaker): boolean =>
  speaker === 'operator' && (words[at - 1]?.lower === 'меня' || words[at + 1]?.lower === 'меня');

const cuedNames = (words: readonly Word[], speaker: Speaker): Word[] => {
  const isClient = speaker === 'client';
  return words.flatMap(({ lower }, at) => {
    if (SURNAME_CUE.test(lower))
      return [...nameAfter(words, at + 1, !isClient), ...(isClient ? nameBefore(words, at) : [])];
    if (CALLED_CUE.test(lower)) return isOwnName(words, at, speaker) ? [] : nameCalled(words, at);
    if (lower === 'имя' && words[at - 1]?.lower === 'на') return nameAfter(words, at + 1, !isClient);
    const next = words[at + 1];
    const isIntroduced = (lower === 'это' && isClient) || BOOKED_CUE.test(lower);
    return isIntroduced && next !== undefined && couldBeName(next) ? nameAfter(words, at + 1, true) : [];
  });
};

/** «К рубцовой», «у сабурова». */
const TO_WHOM = /^(?:к|у)$/u;
const SURNAME_IN_CASE = /^\p{L}{2,}[оеё]в(?:ой|у)$|^\p{L}{2,}[иы]ной$/u;

/** Names of the clinic's people: «к доктору Сабурову», «к Рубцовой», «меня зовут Снежана». */
const namesOfStaff = (words: readonly Word[], speaker: Speaker): Word[] =>
  words.flatMap(({ lower }, at) => {
    if (CALLED_CUE.test(lower) && isOwnName(words, at, speaker)) return nameCalled(words, at);
    const next = words[at + 1];
    if (TO_WHOM.test(lower) && next !== undefined && SURNAME_IN_CASE.test(next.lower) && couldBeName(next))
      return [next];
    if (!TITLE_CUE.test(lower) || next === undefined || next.opensClause || !couldBeName(next)) return [];
    return DOCTOR.test(lower) ? [next] : nameAfter(words, at + 1, true);
  });

const aroundPatronymics = (words: readonly Word[], speaker: Speaker): Word[] =>
  words.flatMap((word, at) => {
    if (!isPatronymic(word)) return [];
    const next = words[at + 1];
    const isSurname = next !== undefined && !next.opensClause && looksLikeName(next);
    return [
      ...words.slice(Math.max(0, at - BEFORE_PATRONYMIC[speaker]), at).filter(couldBeName),
      word,
      ...(isSurname ? [next] : []),
    ];
  });

/** A given name with the surname beside it: «Чернобай Тимур», «Гаврилина Анна». */
const aroundGivenNames = (words: readonly Word[]): Word[] =>
  words.flatMap((word, at) => {
    if (!isGivenName(word.lower) || isThanksToGod(words, at)) return [];
    const [before, after] = [words[at - 1], words[at + 1]];
    return [
      ...(before !== undefined && !word.opensClause && looksLikeName(before) ? [before] : []),
      word,
      ...(after !== undefined && !after.opensClause && looksLikeName(after) ? [after] : []),
    ];
  });
/** «не пью. Рябинина»: a sentence of one word that ends like a surname. */
const lonelySurnames = (words: readonly Word[]): Word[] =>
  words.filter(
    (word, at) =>
      at > 0 && word.opensSentence && words[at + 1]?.opensSentence !== false && looksLikeName(word),
  );

/** Endings that hardly any other word has: «Никонова», «Мельниченко», «Павлюк». */
const SURNAME_ALONE = /^\p{L}{2,}(?:[оеё]в(?:а|у)|енко|чук|[тлнсрм]юк|дзе|швили)$/u;

/** Words that look like a name beside one that is. */
const besideNames = (words: readonly Word[], names: readonly Word[]): Word[] => {
  const known = new Set(names.map(({ start }) => start));
  return words.filter((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    const isBeside =
      (before !== undefined && !word.opensClause && known.has(before.start)) ||
      (after !== undefined && !after.opensClause && known.has(after.start));
    return isBeside && looksLikeName(word);
  });
};

/** Names of letters: «эн гэ у е эн» spells a name; «дэ эм эс» is an insurance. */
const LETTER = /^(?:а|бэ|вэ|гэ|дэ|е|жэ|зэ|и|й|ка|эл|эль|эм|эн|о|пэ|эр|эс|тэ|у|эф|ха|цэ|че|ша|ща|ы|э|ю|я)$/u;
const MIN_SPELLED = 4;

/** Letters that spell a name one by one. */
export const namesSpelled = (words: readonly Word[]): Word[] => {
  const found: Word[] = [];
  let run: Word[] = [];
  const end = (): void => {
    if (run.length >= MIN_SPELLED) found.push(...run);
    run = [];
  };
  for (const word of words) {
    if (LETTER.test(word.lower)) run.push(word);
    else end();
  }
  end();
  return found;
};

const isThanksToGod = (words: readonly Word[], at: number): boolean =>
  words[at + 1]?.lower.startsWith('бог') === true;

/** Names that the turn itself gives away. */
export const namesSaid = (words: readonly Word[], speaker: Speaker): Word[] => [
  ...cuedNames(words, speaker),
  ...aroundPatronymics(words, speaker),
];

/**
 * Whatever could be a name: those of staff, known given names, and words in the middle of a sentence with a capital letter. For what
 * leaves the house; it takes streets and clinics too.
 */
export const namesPossible = (words: readonly Word[], speaker: Speaker): Word[] => {
  const names = [
    ...namesOfStaff(words, speaker),
    ...aroundGivenNames(words),
    ...lonelySurnames(words),
    ...words.filter(
      (word) =>
        couldBeName(word) && ((word.isCapital && !word.opensSentence) || SURNAME_ALONE.test(word.lower)),
    ),
  ];
  return [...names, ...besideNames(words, names)];
};

/** Whether a turn asks for somebody's name. */
export const asksForName = (words: readonly Word[]): boolean =>
  words.some(({ lower }) => NAME_QUESTION.test(lower));

/** A longer clause is no answer to «фамилию подскажите?» but tells something. */
const MAX_ANSWER_WORDS = 4;

/** The name in the answer to such a question: its first clause, or the words that look like names. @returns [] when none is said */
export const namesAnswered = (words: readonly Word[]): Word[] => {
  const name = nameAfter(words, 0, false);
  const opens = words.findIndex((word, at) => at > 0 && word.opensClause);
  const clause = words.slice(0, opens < 0 ? words.length : opens);
  const whole = clause.length <= MAX_ANSWER_WORDS ? clause.filter(couldBeName) : [];
  return [...name, ...whole, ...aroundGivenNames(words)];
};
