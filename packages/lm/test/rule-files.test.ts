import { expect, test } from '@jest/globals';
import {
  compileRuleset,
  loadRuleset,
  readRulesetFiles,
  problemText,
  RuleFileError,
  versionTag,
} from '../src/index.js';
import { parsePhrase } from '../src/rules/phrase.js';
import { readRuleFile } from '../src/rules/read-rule-file.js';

const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof RuleFileError) return error.problems.map(problemText);
    throw error;
  }
  return [];
};

test('a mistake in a rule file is told with file, line and what is expected', () => {
  const content = [
    'rules:',
    '  - id: booking.confirmed',
    '    speaker: robot',
    '    phrases:',
    '      - записала',
  ].join('\n');
  const [problem] = readRuleFile('mine.yaml', content).problems.map(problemText);
  expect(problem).toMatch(/^mine\.yaml:3:\d+ rules\[0\]\.speaker: .*operator/u);
});

test('a phrase that cannot be read is told with its line', () => {
  const content = ['rules:', '  - id: a.b', '    speaker: client', '    phrases:', '      - (один|два'].join(
    '\n',
  );
  expect(readRuleFile('mine.yaml', content).problems.map(problemText)[0]).toMatch(
    /^mine\.yaml:5:\d+ .*"\)" is missing/u,
  );
});

test('an exclusion or a checklist that names no rule does not load', () => {
  const files = readRulesetFiles();
  const extra =
    'rules:\n  - id: my.rule\n    speaker: client\n    unless: [{ rule: nobody.knows, scope: turn, why: idiom }]\n    phrases: [слово]\n';
  expect(problemsOf(() => compileRuleset([...files, { name: 'z.yaml', content: extra }]))).toEqual([
    'z.yaml:4:22 rules[0].unless[0].rule: there is no rule or family "nobody.knows"',
  ]);
});

test('alternatives, optional words and gaps stand for the sequences one reads in them', () => {
  expect(parsePhrase('(а|б в)? г')).toHaveLength(3);
  expect(parsePhrase('а <2> (б)? <3> в')).toContainEqual([
    { kind: 'stem', text: 'а' },
    { kind: 'gap', words: 5 },
    { kind: 'stem', text: 'в' },
  ]);
  expect(parsePhrase('а <2> (б)?')).toContainEqual([{ kind: 'stem', text: 'а' }]);
});

test('the tag changes with any byte of any file and with nothing else', () => {
  const files = readRulesetFiles();
  const tag = versionTag(files);
  expect(tag).toMatch(/^v\d+\.\d+\.\d+\+[0-9a-f]{8}$/u);
  expect(versionTag(files.toReversed())).toBe(tag);
  expect(loadRuleset().tag).toBe(tag);
  const [first, ...rest] = files;
  expect(versionTag([{ name: first?.name ?? '', content: `${first?.content ?? ''} ` }, ...rest])).not.toBe(
    tag,
  );
});
