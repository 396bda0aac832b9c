import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkRuleset,
  loadRuleset,
  problemText,
  readRulesetFiles,
  versionTag,
  type RulesetFile,
} from '../src/index.js';
import { ruleSchemas } from '../src/rules/json-schema.js';
import { OWN_SCHEMAS } from '../src/rules/load-ruleset.js';
import { parsePhrase } from '../src/rules/phrase.js';

const files = readRulesetFiles();
const textOf = (name: string): string => files.find((file) => file.name === name)?.content ?? '';
/** The shipped files with one more, or with another text of one. */
const filesWith = (name: string, content: string): RulesetFile[] => [
  ...files.filter((file) => file.name !== name),
  { name, content },
];
const told = (all: readonly RulesetFile[], of: string): string[] =>
  checkRuleset(all)
    .problems.filter(({ file }) => file === of)
    .map(problemText);

test('a renamed id is noticed: the model still weighs the old one', () => {
  const renamed = textOf('delay.yaml').replaceAll('id: delay.thinks', 'id: delay.thinks_over');
  const all = filesWith('delay.yaml', renamed);
  expect(told(all, 'model.json')).toEqual([
    expect.stringMatching(
      /^model\.json:\d+:1 the model weighs the rule "delay\.thinks", which does not exist; did you mean "delay\.\w+"\?: keep the id, or list it under "retired"/u,
    ),
  ]);
  expect(told(all, 'checklists.yaml')[0]).toContain('there is no rule "delay.thinks"');
});

test('a retired id may be gone, and may not come back for something else', () => {
  const retired = 'retired: [{ id: doubt.trust_reaction, since: 9.0.0 }]\n';
  const without = textOf('barriers.yaml').replace('id: doubt.trust_reaction', 'id: doubt.other_reaction');
  const gone = filesWith('barriers.yaml', without);
  expect(told([...gone, { name: 'my.yaml', content: retired }], 'model.json')).toEqual([
    expect.stringMatching(
      /^model\.json:\d+:1 warning: the model still weighs "doubt\.trust_reaction", retired in my\.yaml:1: fit/u,
    ),
  ]);
  expect(told(filesWith('my.yaml', retired), 'barriers.yaml')).toEqual([
    expect.stringMatching(/"doubt\.trust_reaction" is retired in my\.yaml:1: a new meaning needs a new id$/u),
  ]);
});

test('the shipped rules have no errors, and editors know their schema', () => {
  const { problems, summary } = checkRuleset(files);
  expect(problems.filter(({ severity }) => severity === 'error').map(problemText)).toEqual([]);
  expect(summary).toMatchObject({ tag: loadRuleset().tag, hasClinicAdditions: false });
  const withoutSchema = files.filter(
    ({ name, content }) =>
      name.endsWith('.yaml') &&
      !content.startsWith('# yaml-language-server: $schema=schema/rule-file.schema.json\n'),
  );
  expect(withoutSchema.map(({ name }) => name)).toEqual([]);
});

test('the committed JSON Schemas are those of the code; npm run lm -- rules schema writes them', () => {
  for (const { name, content } of ruleSchemas())
    expect(readFileSync(join(OWN_SCHEMAS, name), 'utf8')).toBe(content);
});

test('every rule that the engine asks for by its id exists', () => {
  const source = fileURLToPath(new URL('../src/', import.meta.url));
  const asked = ['engine', 'metrics', 'score'].flatMap((folder) =>
    readdirSync(join(source, folder)).flatMap((name) => [
      ...readFileSync(join(source, folder, name), 'utf8').matchAll(/'([a-z_]+\.[a-z_0-9]+)'/gu),
    ]),
  );
  const ids = new Set(loadRuleset().rules.map(({ id }) => id));
  const families = new Set([...ids].map((id) => id.split('.')[0] ?? ''));
  const unknown = asked
    .map(([, id = '']) => id)
    .filter((id) => families.has(id.split('.')[0] ?? '') && !ids.has(id));
  expect(asked.length).toBeGreaterThan(50);
  expect([...new Set(unknown)]).toEqual([]);
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
  const tag = versionTag(files);
  expect(tag).toMatch(/^v\d+\.\d+\.\d+\+[0-9a-f]{8}$/u);
  expect(versionTag(files.toReversed())).toBe(tag);
  expect(loadRuleset().tag).toBe(tag);
  const [first, ...rest] = files;
  expect(versionTag([{ name: first?.name ?? '', content: `${first?.content ?? ''} ` }, ...rest])).not.toBe(
    tag,
  );
});
