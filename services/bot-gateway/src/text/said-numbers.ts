/** Numbers in words as they stand in times: «три часа», «до трех», «к трем». */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: 'один одну одного одному one',
    2: 'два две двух двум пару two',
    3: 'три трех трем three',
    4: 'четыре четырех четырем four',
    5: 'пять пяти five',
    6: 'шесть шести six',
    7: 'семь семи seven',
    8: 'восемь восьми eight',
    9: 'девять девяти nine',
    10: 'десять десяти ten',
    11: 'одиннадцать одиннадцати eleven',
    12: 'двенадцать двенадцати twelve',
    13: 'тринадцать тринадцати',
    14: 'четырнадцать четырнадцати',
    15: 'пятнадцать пятнадцати fifteen',
    16: 'шестнадцать шестнадцати',
    17: 'семнадцать семнадцати',
    18: 'восемнадцать восемнадцати',
    19: 'девятнадцать девятнадцати',
    20: 'двадцать двадцати twenty',
    30: 'тридцать тридцати thirty',
    40: 'сорок forty',
    50: 'пятьдесят fifty',
  }).flatMap(([number, words]) => words.split(' ').map((word) => [word, Number(number)] as const)),
);

/** «Первого» to «двадцатого», in their order, and «тридцатого»: days of a month. */
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...[
    'первого',
    'второго',
    'третьего',
    'четвертого',
    'пятого',
    'шестого',
    'седьмого',
    'восьмого',
    'девятого',
    'десятого',
    'одиннадцатого',
    'двенадцатого',
    'тринадцатого',
    'четырнадцатого',
    'пятнадцатого',
    'шестнадцатого',
    'семнадцатого',
    'восемнадцатого',
    'девятнадцатого',
    'двадцатого',
  ].map((word, index) => [word, index + 1] as const),
  ['тридцатого', 30],
]);

/** «двадцать» and more join with what follows: «двадцать восьмого». */
const SMALLEST_TENS = 20;
const HOURS_OF_HALF_DAY = 12;

/** «пол шестого», «полшестого», «в половине шестого»: half an hour before it. */
const halfBefore = (ordinal: number): string => `${ordinal === 1 ? HOURS_OF_HALF_DAY : ordinal - 1}:30`;

interface Said {
  text: string;
  /** How many words it took. */
  length: 1 | 2;
}

const readHalf = (word: string, next: string): Said | null => {
  const joined = ORDINALS.get(/^пол-?(.+)$/.exec(word)?.[1] ?? '');
  if (joined !== undefined && joined <= HOURS_OF_HALF_DAY) return { text: halfBefore(joined), length: 1 };
  const apart = word === 'пол' || word === 'половине' || word === 'половина' ? ORDINALS.get(next) : undefined;
  if (apart === undefined || apart > HOURS_OF_HALF_DAY) return null;
  return { text: halfBefore(apart), length: 2 };
};

const readNumber = (word: string, next: string): Said | null => {
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return { text: `${ordinal}-го`, length: 1 };
  const number = NUMBERS.get(word);
  if (number === undefined) return null;
  if (number >= SMALLEST_TENS) {
    const day = ORDINALS.get(next) ?? SMALLEST_TENS;
    if (day < 10) return { text: `${number + day}-го`, length: 2 };
    const unit = NUMBERS.get(next) ?? SMALLEST_TENS;
    if (unit < 10) return { text: String(number + unit), length: 2 };
  }
  return { text: String(number), length: 1 };
};

/** Numbers in digits: «к десяти» → `к 10`, «двадцать восьмого» → `28-го`, «в половине шестого» → `в 5:30`. */
export const withDigits = (words: readonly string[]): string[] => {
  const digits: string[] = [];
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? '';
    const next = words[index + 1] ?? '';
    const said = readHalf(word, next) ?? readNumber(word, next) ?? { text: word, length: 1 };
    digits.push(said.text);
    index += said.length;
  }
  return digits;
};
