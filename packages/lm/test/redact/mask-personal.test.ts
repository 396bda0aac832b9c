import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { maskPersonal, personalRanges } from '../../src/redact/index.js';

describe('what is personal is hidden', () => {
  test.each([
    ['мой номер +7 (916) 123-45-67 запишите', 'мой номер ••• запишите'],
    ['89161234567', '•••'],
    ['полис 7700 1234 5678 9012', 'полис •••'],
    ['родилась 12.03.1958', 'родилась •••'],
    ['восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь это мой', '••• это мой'],
    ['8 девятьсот шестнадцать 123 сорок пять 67', '•••'],
    ['журавина тамара егоровна пятьдесят восьмой', '••• пятьдесят восьмой'],
  ])('a client says «%s»', (said, shown) => {
    expect(maskPersonal(said, 'client')).toBe(shown);
  });

  test('an operator calls somebody by name', () => {
    expect(maskPersonal('хорошо, Тамара Егоровна, записала вас', 'operator')).toBe(
      'хорошо, •••, записала вас',
    );
  });
});

describe('what explains a call stays', () => {
  test.each([
    'приём стоит 12 500 рублей',
    'в среду в десять тридцать или в четверг в семнадцать ноль ноль',
    'третий раз звоню, и никто не перезвонил',
    'двенадцать тысяч пятьсот сорок',
    'жду с 10:30 до 12:45',
    'завтра 25.11 в 18:00',
  ])('«%s»', (said) => {
    expect(maskPersonal(said, 'client')).toBe(said);
  });
});

test('a written phone is hidden wherever it stands and however it is broken up', () => {
  const separator = fc.constantFrom('', ' ', '-', ' - ', ') ', '.');
  const digits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), separator), {
    minLength: 10,
    maxLength: 11,
  });
  const words = fc.constantFrom('', 'позвоните ', 'номер: ');
  fc.assert(
    fc.property(words, digits, words, (before, phone, after) => {
      const said = `${before}${phone.map(([digit, gap]) => `${digit}${gap}`).join('')} ${after}`;
      expect(maskPersonal(said, 'client')).not.toMatch(/\d/);
    }),
  );
});

test('the hidden ranges lie inside the text, in order, apart from each other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (noise, repeat) => {
      const text = `${noise} анна петровна ${'сорок '.repeat(repeat)} 8916123456 ${noise}`;
      let from = -1;
      for (const { start, end } of personalRanges(text, 'client')) {
        expect(start > from && end > start && end <= text.length).toBe(true);
        from = end;
      }
    }),
  );
});

test('a very long turn is read at once', () => {
  const started = performance.now();
  maskPersonal('1 '.repeat(50_000) + 'девять '.repeat(50_000), 'client');
  expect(performance.now() - started).toBeLessThan(2_000);
});
