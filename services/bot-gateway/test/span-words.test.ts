import { expect, test } from '@jest/globals';
import { spanWords } from '../src/text/span-words.js';
import { strictTexts } from './support/texts.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

test.each([
  [0, '1 минуту'],
  [59.9 * MINUTE_MS, '60 минут'],
  [89 * MINUTE_MS, '89 минут'],
  [119 * MINUTE_MS, '2 часа'],
  [23.7 * HOUR_MS, '24 часа'],
  [35 * HOUR_MS, '35 часов'],
  [36 * HOUR_MS, '2 дня'],
  [7.1 * 24 * HOUR_MS, '7 дней'],
])('%d ms is «%s»', (spanMs, words) => {
  expect(spanWords(spanMs, strictTexts.in('ru')).html).toBe(words);
});
