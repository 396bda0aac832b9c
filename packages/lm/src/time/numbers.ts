/** Numbers as recognisers write them: words in the forms that times and dates use, or digits. */
const CARDINAL_FORMS: readonly (readonly [number, string])[] = [
  [0, 'ноль нуль ноля'],
  [1, 'один одну одного одной одном час часу'],
  [2, 'два две двух двум пару пары'],
  [3, 'три трех трем'],
  [4, 'четыре четырех четырем'],
  [5, 'пять пяти'],
  [6, 'шесть шести'],
  [7, 'семь семи'],
  [8, 'восемь восьми'],
  [9, 'девять девяти'],
  [10, 'десять десяти'],
  [11, 'одиннадцать одиннадцати'],
  [12, 'двенадцать двенадцати полдень полдня полудня полудню'],
  [13, 'тринадцать тринадцати'],
  [14, 'четырнадцать четырнадцати'],
  [15, 'пятнадцать пятнадцати'],
  [16, 'шестнадцать шестнадцати'],
  [17, 'семнадцать семнадцати'],
  [18, 'восемнадцать восемнадцати'],
  [19, 'девятнадцать девятнадцати'],
  [20, 'двадцать двадцати'],
  [30, 'тридцать тридцати'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти'],
];
const ORDINAL_STEMS: readonly (readonly [number, string])[] = [
  [1, 'перв'],
  [2, 'втор'],
  [3, 'треть'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шест'],
  [7, 'седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  [11, 'одиннадцат'],
  [12, 'двенадцат'],
  [13, 'тринадцат'],
  [14, 'четырнадцат'],
  [15, 'пятнадцат'],
  [16, 'шестнадцат'],
  [17, 'семнадцат'],
  [18, 'восемнадцат'],
  [19, 'девятнадцат'],
  [20, 'двадцат'],
  [30, 'тридцат'],
];
const ORDINAL_ENDINGS = ['ого', 'ое', 'ому', 'ом', 'ым', 'его', 'е', 'ему'];

const CARDINALS = new Map(
  CARDINAL_FORMS.flatMap(([value, forms]) => forms.split(' ').map((form) => [form, value])),
);
const ORDINALS = new Map(
  ORDINAL_STEMS.flatMap(([value, stem]) => ORDINAL_ENDINGS.map((ending) => [`${stem}${ending}`, value])),
);

const DIGITS = /^\d{1,2}$/u;
const TEN = 10;

export interface ReadNumber {
  readonly value: number;
  /** Words it took. */
  readonly length: number;
}

const single = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  return DIGITS.test(word) ? Number(word) : CARDINALS.get(word);
};

const isTens = (value: number): boolean => value >= 2 * TEN && value % TEN === 0;

/** «двадцать пять», «25», «два»; undefined when no number stands there. */
export const readCardinal = (words: readonly string[], at: number): ReadNumber | undefined => {
  const first = single(words[at]);
  if (first === undefined) return undefined;
  const second = single(words[at + 1]);
  return isTens(first) && second !== undefined && second > 0 && second < TEN
    ? { value: first + second, length: 2 }
    : { value: first, length: 1 };
};

/** «10-го» comes apart into two words. */
const DIGIT_ENDINGS: ReadonlySet<string> = new Set(['го', 'ого', 'му', 'ому', 'е', 'ое']);

/** «пятого», «двадцать третьего», «10-го»: a day of the month. */
export const readOrdinal = (words: readonly string[], at: number): ReadNumber | undefined => {
  const isDigits = DIGITS.test(words[at] ?? '') && DIGIT_ENDINGS.has(words[at + 1] ?? '');
  if (isDigits) return { value: Number(words[at]), length: 2 };
  const whole = ORDINALS.get(words[at] ?? '');
  if (whole !== undefined) return { value: whole, length: 1 };
  const tens = single(words[at]);
  const unit = ORDINALS.get(words[at + 1] ?? '');
  if (tens === undefined || !isTens(tens) || unit === undefined || unit >= TEN) return undefined;
  return { value: tens + unit, length: 2 };
};

const HALF = /^пол(\p{L}+)$/u;

/** «полседьмого» → 6 (half past); undefined for other words. */
export const readHalfHour = (words: readonly string[], at: number): ReadNumber | undefined => {
  const joined = ORDINALS.get(HALF.exec(words[at] ?? '')?.[1] ?? '');
  if (joined !== undefined) return { value: joined - 1, length: 1 };
  const next = ORDINALS.get(words[at + 1] ?? '');
  const isHalf =
    words[at] === 'половине' || words[at] === 'половину' || words[at] === 'половины' || words[at] === 'пол';
  return isHalf && next !== undefined ? { value: next - 1, length: 2 } : undefined;
};
