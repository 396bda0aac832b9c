import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchCall } from '../src/engine/match.js';
import { readCall } from '../src/engine/prepare.js';
import { compileRules } from '../src/rules/compile-rules.js';
import { createLexicon } from '../src/rules/lexicon.js';
import { parsePhrase, type Atom } from '../src/rules/phrase.js';
import { readRuleFile } from '../src/rules/read-rule-file.js';
import { shippedSources } from '../src/rules/apply-clinic.js';
import { givenCall, talk } from './given.js';

const WORDS = ['аа', 'бб', 'вв', 'гг'];

/** The words after a start that a sequence may end with, tried one by one: slow and plain. */
const endsOf = (atoms: readonly Atom[], words: readonly string[], at: number, last: number): number[] => {
  const [atom, ...rest] = atoms;
  if (atom === undefined) return [at - 1];
  if (atom.kind !== 'gap') return words[at] === atom.text ? endsOf(rest, words, at + 1, last) : [];
  return Array.from({ length: atom.words + 1 }, (_, skipped) => at + skipped)
    .filter((next) => next <= last)
    .flatMap((next) => endsOf(rest, words, next, last));
};

const sentenceEnd = (text: string, from: number): number => {
  const lengths = text.split('. ').map((sentence) => sentence.split(' ').length);
  let end = -1;
  for (const length of lengths) {
    end += length;
    if (from <= end) return end;
  }
  return end;
};

/** Of one rule the longest phrase from each start; a start inside the last hit is passed over. */
const plainHits = (phrase: string, text: string): [number, number][] => {
  const words = text.replaceAll('.', '').split(' ');
  const sequences = parsePhrase(phrase);
  const hits: [number, number][] = [];
  words.forEach((_, from) => {
    const ends = sequences.flatMap((atoms) => endsOf(atoms, words, from, sentenceEnd(text, from)));
    if (ends.length > 0 && from > (hits.at(-1)?.[1] ?? -1)) hits.push([from, Math.max(...ends)]);
  });
  return hits;
};

const word = fc.constantFrom(...WORDS);
const phrase = fc
  .tuple(word, fc.array(fc.oneof(word, fc.constantFrom('<1>', '<2>', '<3>')), { maxLength: 3 }), word)
  .map(([first, middle, last]) =>
    [first, ...middle, last].map((one) => one.replace(/^(?=\p{L})/u, '=')).join(' '),
  );
const text = fc
  .array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.map((words) => words.join(' ')).join('. '));

test('the automaton finds what trying every phrase at every word finds, however often it has been used', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 6 }),
      fc.array(text, { minLength: 1, maxLength: 4 }),
      (phrases, texts) => {
        const rules = phrases.map((one, index) => ({
          id: `my.rule_${index}`,
          speaker: 'client',
          phrases: [one],
        }));
        const lexicon = createLexicon(new Map(), () => -1);
        const { sources } = readRuleFile('my.yaml', JSON.stringify({ rules }));
        const compiled = compileRules(shippedSources(sources).rules, lexicon);
        for (const line of texts) {
          const hits = matchCall(readCall(givenCall(talk(`c: ${line}`)), lexicon), compiled);
          phrases.forEach((one, index) => {
            const found = hits.filter(({ rule }) => rule.index === index).map(({ from, to }) => [from, to]);
            expect(found).toEqual(plainHits(one, line));
          });
        }
      },
    ),
    { numRuns: 300 },
  );
});
