import { expect, test } from '@jest/globals';
import type { Turn } from '@perezvon/contracts';
import fc from 'fast-check';
import { saidPhones } from '../../src/redact/index.js';

type Said = Pick<Turn, 'speaker' | 'text'>;
const client = (text: string): Said => ({ speaker: 'client', text });
const operator = (text: string): Said => ({ speaker: 'operator', text });

test.each([
  ['Перезвоните мне на другой номер, 8 (916) 123-45-67.', ['89161234567']],
  [
    'мой мобильный плюс семь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь',
    ['79161234567'],
  ],
  ['запишите девятьсот три два нуля семь ноль пять одиннадцать', ['9030070511']],
  ['городской телефон восемь четыреста девяносто пять семьсот сорок ноль ноль двенадцать', ['84957400012']],
  ['я вам звонила с номера 89161234567, а теперь звоню с работы', ['89161234567']],
  ['вы мне звонили на номер 89161234567', ['89161234567']],
  ['маме уже звонили, а мне перезвоните на номер 8 916 123 45 67', ['89161234567']],
  ['врач сказал перезвонить сегодня, телефон 8 916 123 45 67', ['89161234567']],
  ['маме я сама позвоню, запишите телефон 8 916 123 45 67', ['89161234567']],
  ['мой номер 916 123 45 67', ['9161234567']],
  ['мой телефон (495) 123-45-67', ['4951234567']],
  ['мой номер девятьсот шестнадцать сто тридцать один ноль пять', ['9161003105']],
  ['номер 8916 123 45 67, повторяю, 8916 123 45 67', ['89161234567']],
])('a client’s number: %s', (text, phones) => {
  expect(saidPhones([client(text)])).toEqual(phones);
});

test.each([
  'запишите телефон мужа 8 916 123 45 67',
  'перезвоните моему мужу на номер 8 916 123 45 67',
  'запишите его номер, 8 916 123 45 67',
  'перезвоните, пожалуйста, моей маме сегодня до обеда, номер 8 916 123 45 67',
  'позвоните маме, она дома весь день, после обеда звоните 8 916 123 45 67',
  'свяжитесь завтра с моим сыном, телефон 8 916 123 45 67',
  'ваш администратор дала мне номер 8 916 123 45 67',
  'мне вчера оставили телефон 8 916 123 45 67',
  'вы мне звонили, 8 495 123 45 67',
  '8 916 123 45 67, это номер моей дочери',
  'мне звонили с номера 8 495 123 45 67',
  'у меня пропущенный с вашего телефона 8 495 123 45 67',
  'я звонила вам на 8 495 123 45 67 и никто не взял',
  'паспорт 92 05 123456',
  'карточка в телефоне, тридцать восемь ноль один семьсот сорок ноль шесть',
  'номер у меня записан, девяносто два ноль пять двенадцать тридцать четыре пятьдесят шесть',
  'номер полиса 9161234567',
  'номер карты 4276 3800 1234 5678',
  'прием стоит 3500, а мне сказали 2900, разница 600',
  'сто двадцать на восемьдесят, температура тридцать семь и девять',
  '9161234567',
])('not a client’s number: %s', (text) => {
  expect(saidPhones([client(text)])).toEqual([]);
});

test('a number that is dictated group by group, while the operator writes it down', () => {
  const turns = [
    operator('По какому номеру с вами связаться?'),
    client('Девятьсот шестнадцать'),
    operator('Так, девятьсот шестнадцать'),
    client('сто двадцать три'),
    operator('угу'),
    client('сорок пять шестьдесят семь'),
  ];
  expect(saidPhones(turns)).toEqual(['9161234567']);
});

test('what the operator reads out is nobody’s word for it', () => {
  expect(saidPhones([operator('Ваш номер 8 916 123 45 67, верно?'), client('Да.')])).toEqual([]);
});

test.each([
  ['Перезвоните нам по номеру 8 495 111 22 33, запишите.', 'Записываю: 8 495 111 22 33.'],
  [
    'Телефон для записи восемь четыреста девяносто пять сто одиннадцать двадцать два тридцать три',
    'Так, 8 495 111 22 33, да?',
  ],
  ['Запишите номер, пожалуйста.', '8 495 111 22 33'],
  ['По нашему телефону дозвониться проще.', 'Ага, 8 495 111 22 33'],
])('a number that the client writes down is not his: %s', (dictated, repeated) => {
  expect(saidPhones([operator(dictated), client(repeated)])).toEqual([]);
});

test('a number that the operator reads back stays the client’s', () => {
  const turns = [
    operator('Запишу для администратора, по какому номеру с вами связаться?'),
    client('8 916 123 45 67'),
    operator('Проверяю: 8 916 123 45 67, всё верно?'),
    client('Да, 8 916 123 45 67'),
  ];
  expect(saidPhones(turns)).toEqual(['89161234567']);
});

const UNITS = 'ноль один два три четыре пять шесть семь восемь девять'.split(' ');
const TEENS =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const TENS = '  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const HUNDREDS = ' сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');

/** How people say a group of two or three digits: as a number, its leading zeros one by one. */
const inWords = (digits: string): string => {
  if (digits === '') return '';
  if (digits.startsWith('0')) return `ноль ${inWords(digits.slice(1))}`;
  const value = Number(digits);
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const low =
    rest < 10
      ? rest === 0 && hundreds > 0
        ? ''
        : UNITS[rest]
      : rest < 20
        ? TEENS[rest - 10]
        : `${TENS[Math.floor(rest / 10)]} ${rest % 10 === 0 ? '' : UNITS[rest % 10]}`;
  return `${HUNDREDS[hundreds] ?? ''} ${low ?? ''}`;
};

test('any mobile number is understood, dictated in groups of three, three, two and two', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^9\d{9}$/), (phone) => {
      const groups = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6, 8), phone.slice(8)];
      const text = `мой номер восемь, ${groups.map(inWords).join(', ')}`;
      expect(saidPhones([client(text)])).toEqual([`8${phone}`]);
    }),
    // One number in a hundred has a group that could run into the next («сто», «тридцать один»).
    { numRuns: 1_000 },
  );
});
