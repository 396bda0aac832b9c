import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packPairs, sumPairs } from '../src/model/paired-sums.js';
import { packWeights } from '../src/model/weights.js';
import { createLexicon } from '../src/rules/lexicon.js';
import { createWordTable, NO_WORD } from '../src/rules/word-table.js';
import { hashOf } from '../src/text/split-words.js';
import { tokenise } from '../src/text/tokenise.js';

const odd = ['ё', 'Й', '\u0301', '\u200b', '\ud83d', '👍', '-', ' ', '.', '…', '?', ';', ',', '\n', '7', 'z'];
const letters = fc.oneof(fc.constantFrom('а', 'б', 'в', ' '), fc.constantFrom(...odd));
const text = fc.oneof(
  fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.nat(120).map((length) => `да ${'я'.repeat(length)} нет`),
);

/** Word by word with a regular expression: plain and slow. */
const plainWords = (all: string): [string, number, number, number][] => {
  const words: [string, number, number, number][] = [];
  let [sentence, end] = [0, 0];
  for (const match of all.matchAll(/(?:[\p{L}\p{N}\p{M}\p{Cf}]|\p{Cs}|[\u{10000}-\u{10ffff}])+/gu)) {
    const before = all.slice(end, match.index);
    if (words.length > 0 && /[.!?…;]/u.test(before)) sentence += 1;
    end = match.index + match[0].length;
    words.push([match[0].slice(0, 48), match.index, end, sentence]);
  }
  return words;
};

test('a text read letter by letter has the words that a regular expression finds', () => {
  fc.assert(
    fc.property(text, (all) => {
      const found: [string, number, number, number][] = [];
      tokenise(all, (...word) => found.push(word));
      expect(found).toEqual(plainWords(all));
    }),
    { numRuns: 500 },
  );
});

test('a word is the same word to the lexicon wherever and however often it stands', () => {
  const classes = new Map([['sea', ['море', 'мор*', '*рем']]]);
  const read = (all: string) => createLexicon(classes, (unit) => unit.length).wordsOf(all).words;
  const known = createLexicon(classes, (unit) => unit.length);
  fc.assert(
    fc.property(text, (all) => {
      const { words, starts } = known.wordsOf(`${all} море`);
      // Signatures are numbered as they come, so only words of one lexicon share them.
      const alone = starts.map((start, at) =>
        read(`${all} море`.slice(start, known.wordsOf(`${all} море`).ends[at])),
      );
      expect(words.map(({ word, stem, symbols, unit }) => ({ word, stem, symbols, unit }))).toEqual(
        alone.map(([one]) => one && { word: one.word, stem: one.stem, symbols: one.symbols, unit: one.unit }),
      );
      expect(known.wordsOf(`${all} море`).words).toEqual(words);
    }),
  );
});

describe('the table of words', () => {
  test('numbers words as a map does, wherever they stand in a text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 60 }), (words) => {
        const [table, plain] = [createWordTable(), new Map<string, number>()];
        for (const word of words) {
          const around = `..${word}..`;
          expect(table.find(around, 2, word.length, hashOf(word))).toBe(plain.get(word) ?? NO_WORD);
          if (!plain.has(word)) plain.set(word, table.add(around, 2, word.length, hashOf(word)));
          expect(table.size()).toBe(plain.size);
        }
      }),
    );
  });

  test('grows past its first room and forgets on demand', () => {
    const table = createWordTable();
    const words = Array.from({ length: 50_000 }, (_, number) => `слово${number}`);
    for (const word of words) table.add(word, 0, word.length, hashOf(word));
    const find = (word: string) => table.find(word, 0, word.length, hashOf(word));
    expect(words.every((word, number) => find(word) === number)).toBe(true);
    table.clear();
    expect(find('слово1')).toBe(NO_WORD);
  });

  test('words made to share one hash stay cheap: past some of them, the others are not kept', () => {
    const table = createWordTable();
    const words = Array.from({ length: 1000 }, (_, number) => `слово${number}`);
    const kept = words.filter((word) => table.add(word, 0, word.length, 1) !== NO_WORD);
    expect(kept.length).toBeLessThan(100);
    expect(kept.every((word, number) => table.find(word, 0, word.length, 1) === number)).toBe(true);
  });
});

describe('weights', () => {
  const rowsOf = (columns: number) =>
    fc.array(
      fc.array(fc.integer({ min: -32_767, max: 32_767 }), { minLength: columns, maxLength: columns }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );

  test('two columns summed in one number are the two sums', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 35 }).chain((columns) => fc.tuple(fc.constant(columns), rowsOf(columns))),
        ([columns, rows]) => {
          const picked = rows.map((_, feature) => ({ feature })).filter(({ feature }) => feature % 3 !== 1);
          const plain = Array.from({ length: columns }, (_, column) =>
            picked.reduce((sum, { feature }) => sum + (rows[feature]?.[column] ?? 0), 0),
          );
          const sums = sumPairs(packPairs(Int16Array.from(rows.flat()), columns), picked);
          expect([...sums]).toEqual(plain);
        },
      ),
    );
  });

  test('each weight, a target’s weights and their sum are those of the file', () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        const weights = packWeights(
          rows.map((row) => Float64Array.from(row, (steps) => steps / 1000)),
          3,
        );
        expect(rows.map((_, feature) => weights.of(feature, 1))).toEqual(
          rows.map((row) => (row[1] ?? 0) / 1000),
        );
        expect([...weights.forTarget(1)]).toEqual(rows.map((row) => (row[1] ?? 0) / 1000));
        const sum = rows.reduce((all, row) => all + (row[2] ?? 0), 0);
        expect(weights.sumOf(rows.map((_, feature) => ({ feature })))[2]).toBeCloseTo(sum / 1000, 9);
      }),
    );
  });

  test('weights out of all proportion are refused, not summed wrongly', () => {
    expect(() => packWeights([Float64Array.of(40)], 1)).toThrow('weight 40 is over');
    const large = Array.from({ length: 2000 }, () => Float64Array.of(32));
    expect(() => packWeights(large, 1)).toThrow('too large to be summed');
  });
});
