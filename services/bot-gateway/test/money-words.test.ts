import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toPlainText } from '../src/text/html.js';
import { moneyWords } from '../src/text/money-words.js';
import { parseMoney } from '../src/text/parse-money.js';
import { LANGUAGES } from '../src/text/translate.js';
import { strictTexts } from './support/texts.js';

test('what is shown reads back as the same amount, in both languages', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.constantFrom(...LANGUAGES), (kopecks, language) => {
      const shown = toPlainText(moneyWords(kopecks, strictTexts.in(language)));
      // English writes groups with commas; nobody types them, so they are taken away here.
      expect(parseMoney(language === 'en' ? shown.replaceAll(',', '') : shown)).toBe(kopecks);
    }),
  );
  expect(toPlainText(moneyWords(150_050, strictTexts.in('ru')))).toBe('1\u00A0500,50\u00A0₽');
  expect(toPlainText(moneyWords(350_000, strictTexts.in('ru')))).toBe('3\u00A0500\u00A0₽');
});
