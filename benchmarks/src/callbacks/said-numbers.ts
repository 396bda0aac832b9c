import type { Turn } from '@perezvon/contracts';
import type { Random } from './random.js';

const UNITS = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const TEENS = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const TENS = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const HUNDREDS = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];

/** A group of up to three digits as people dictate it. */
const groupInWords = (digits: string): string => {
  if (digits.startsWith('0'))
    return ['ноль', digits.length > 1 ? groupInWords(digits.slice(1)) : ''].join(' ').trim();
  const value = Number(digits);
  const rest = value % 100;
  const words = [HUNDREDS[Math.floor(value / 100)]];
  if (rest >= 10 && rest < 20) words.push(TEENS[rest - 10]);
  else words.push(TENS[Math.floor(rest / 10)], rest % 10 === 0 ? '' : UNITS[rest % 10]);
  return words.filter((word) => word !== '').join(' ');
};

/** `+79161234567` in its usual groups, without the country. */
const groupsOf = (phone: string): string[] => [
  phone.slice(2, 5),
  phone.slice(5, 8),
  phone.slice(8, 10),
  phone.slice(10),
];

const written = (phone: string, random: Random): string => {
  const [code, first, second, third] = groupsOf(phone);
  return random.pick([
    `8 (${code}) ${first}-${second}-${third}`,
    `8${phone.slice(2)}`,
    `+7 ${code} ${first} ${second} ${third}`,
    `${code} ${first} ${second} ${third}`,
  ]);
};
const dictated = (phone: string): string => `восемь ${groupsOf(phone).map(groupInWords).join(' ')}`;

const talk = (...said: [Turn['speaker'], string][]): Turn[] =>
  said.map(([speaker, text], index) => ({ t: index * 6, speaker, text }));

const HELLO: [Turn['speaker'], string] = ['operator', 'Клиника «Образец», здравствуйте, слушаю вас.'];

/** A call in which the client names another number of his own, in one of the ways that people do. */
export const namesOwnNumber = (phone: string, random: Random): Turn[] => {
  const number = random.chance(0.5) ? written(phone, random) : dictated(phone);
  const [code = '', first = '', second = '', third = ''] = groupsOf(phone);
  return random.pick([
    () => talk(HELLO, ['client', `Перезвоните мне, пожалуйста, на другой номер: ${number}.`]),
    () => talk(HELLO, ['client', `Запишите мой мобильный, ${number}, этот рабочий.`]),
    () =>
      talk(
        HELLO,
        ['client', 'Хочу записаться.'],
        ['operator', 'По какому номеру с вами связаться?'],
        ['client', `${number}, жду.`],
      ),
    () =>
      talk(
        HELLO,
        ['operator', 'Продиктуйте ваш номер телефона, пожалуйста.'],
        ['client', groupInWords(code)],
        ['operator', 'Так'],
        ['client', groupInWords(first)],
        ['operator', `${first}, дальше`],
        ['client', `${groupInWords(second)} ${groupInWords(third)}`],
      ),
    () => talk(HELLO, ['client', `Я вам звонила с номера ${number}, меня обещали набрать.`]),
  ])();
};

/** A call in which the client names a number that is not his. */
export const namesOtherNumber = (
  whose: 'relative' | 'clinic' | 'document',
  phone: string,
  random: Random,
): Turn[] => {
  const number = random.chance(0.5) ? written(phone, random) : dictated(phone);
  const said = {
    relative: [
      `Запишите телефон мужа, ${number}.`,
      `Это номер моей мамы, ${number}, она тоже ваша пациентка.`,
      `${number}, это сестры номер.`,
    ],
    clinic: [
      `Мне звонили с номера ${number}, это вы?`,
      `У меня пропущенный с вашего телефона ${number}.`,
      `Я звонила вам на ${number}, там не отвечают.`,
    ],
    document: [`Номер полиса ${phone.slice(2)}.`, `Паспорт ${phone.slice(2, 6)} ${phone.slice(6)}.`],
  }[whose];
  return talk(HELLO, ['client', random.pick(said)], ['operator', 'Поняла вас.']);
};

/** An ordinary call: prices, times and an operator who reads a number out. */
export const ordinaryTalk = (random: Random): Turn[] =>
  random.pick([
    () => talk(HELLO, ['client', `Сколько стоит приём, ${random.int(1, 9)} тысяч ${random.int(1, 9)}00?`]),
    () =>
      talk(
        HELLO,
        ['client', 'Запишите меня на двадцать пятое на девять тридцать.'],
        ['operator', 'Записала.'],
      ),
    () =>
      talk(
        HELLO,
        ['operator', `Ваш номер ${random.int(9_000_000_000, 9_999_999_999)}, верно?`],
        ['client', 'Да, верно.'],
      ),
    () => talk(HELLO, ['client', 'Мне восемьдесят девять лет, давление сто шестьдесят на девяносто.']),
  ])();

/** What answers instead of a client: longer than a talk has to be, and nobody. */
export const voicemail = (): Turn[] =>
  talk(
    ['client', 'Абонент сейчас не может ответить на звонок. Оставьте сообщение после сигнала.'],
    ['operator', 'Здравствуйте, клиника «Образец», вы просили перезвонить. Наберите нас, пожалуйста.'],
  );
