import type { CallRecord } from '@perezvon/contracts';
import { compileRuleset, readRulesetFiles, type Ruleset } from '@perezvon/lm';
import { stringify } from 'yaml';
import { readPhraseFiles, type PhraseFile } from './rule-phrases.js';

/** Words of three letters and fewer hold phrases together and stay as they are. */
const WORD = /(?<![@\p{L}*=])[а-яё]{4,}(?![\p{L}*])/gu;
/** Two odd steps through the vocabulary, so that no two phrases get the same words. */
const STEP = 31;
const SHIFT = 17;
const FILE_STEP = 1_000;

const vocabularyOf = (calls: readonly CallRecord[]): string[] => [
  ...new Set(
    calls.flatMap(({ transcript }) =>
      (transcript ?? []).flatMap(({ text }) => text.toLowerCase().match(/[а-яё]{4,}/gu) ?? []),
    ),
  ),
];

/** The rules of a file once more: other ids, and other words of real calls in place of the phrases' own. */
const varied = ({ rules }: PhraseFile, copy: number, vocabulary: readonly string[]): string => {
  let place = copy * FILE_STEP;
  const otherWord = (own: string): string => {
    place = (place * STEP + SHIFT) % vocabulary.length;
    return vocabulary[place] ?? own;
  };
  return stringify({
    rules: rules.map(({ id, speaker, phrases }) => ({
      id: `${id}_${copy}`,
      speaker,
      phrases: phrases.map((phrase) => phrase.replaceAll(WORD, otherWord)),
    })),
  });
};

/**
 * A ruleset so many times as big, whose phrases are heard in the calls too: beside each shipped rule others of its shape
 * with other words. None of them proves a metric, so scores stay as they are.
 */
export const largerRuleset = (calls: readonly CallRecord[], times: number): Ruleset => {
  const vocabulary = vocabularyOf(calls);
  const files = readPhraseFiles().filter(({ content }) => content.rules.length > 0);
  const more = Array.from({ length: times - 1 }, (_, index) =>
    files.map(({ name, content }) => ({
      name: `copy-${index + 1}-${name}`,
      content: varied(content, index + 1, vocabulary),
    })),
  );
  return compileRuleset([...readRulesetFiles(), ...more.flat()]);
};
