import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toPlainText } from '../src/text/html.js';
import { moneyWords, parseRubles } from '../src/text/money-words.js';
import { LANGUAGES } from '../src/text/translate.js';
import { strictTexts } from './support/texts.js';

test.each([
  ['1500', 150_000],
  ['1 500 ₽', 150_000],
  ['1 500,50 ₽', 150_050],
  ['1500.5 руб.', 150_050],
  [' 1500 рублей ', 150_000],
  ['1500р', 150_000],
  ['3,5 тыс. руб.', 350_000],
  ['2 тысячи', 200_000],
  ['5к', 500_000],
  ['0', 0],
])('«%s» is %d kopecks', (text, kopecks) => {
  expect(parseRubles(text)).toBe(kopecks);
});

test.each(['', 'сколько?', '-5', '1.500', '15 00', '1,505', '1500 долларов', '9'.repeat(16), '1e5'])(
  '«%s» is no amount',
  (text) => {
    expect(parseRubles(text)).toBeNull();
  },
);

test('what is shown reads back as the same amount, in both languages', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.constantFrom(...LANGUAGES), (kopecks, language) => {
      const shown = toPlainText(moneyWords(kopecks, strictTexts.in(language)));
      // English writes groups with commas; nobody types them, so they are taken away here.
      expect(parseRubles(language === 'en' ? shown.replaceAll(',', '') : shown)).toBe(kopecks);
    }),
  );
  expect(toPlainText(moneyWords(150_050, strictTexts.in('ru')))).toBe('1\u00A0500,50\u00A0₽');
  expect(toPlainText(moneyWords(350_000, strictTexts.in('ru')))).toBe('3\u00A0500\u00A0₽');
});
