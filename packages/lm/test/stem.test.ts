import { expect, test } from '@jest/globals';
import { normaliseWord } from '../src/text/normalise.js';
import { stemWord } from '../src/text/stem.js';

/** A sample of the official Snowball vocabulary for Russian (snowball-data, russian/voc.txt and output.txt). */
test.each([
  ['важная', 'важн'],
  ['вагоне', 'вагон'],
  ['валялись', 'валя'],
  ['важностию', 'важност'],
  ['павловны', 'павловн'],
  ['падает', 'пада'],
  ['пальцами', 'пальц'],
  ['понедельник', 'понедельник'],
  ['противоестественном', 'противоестествен'],
  ['записываетесь', 'записыва'],
])('%s has the stem %s', (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});

test.each([
  ['Ещё', 'еще'],
  ['ПРИЁМ', 'прием'],
  ['за\u00adпи\u200bсь', 'запись'],
  ['и\u0306', 'й'],
  ['Covid19', 'covid19'],
])('%j is read as %s', (word, normal) => {
  expect(normaliseWord(word)).toBe(normal);
});
