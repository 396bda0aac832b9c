import { readdirSync, readFileSync } from 'node:fs';
import {
  COMMON_REFUSALS,
  COMPENSATION_LIMITS,
  COMPENSATION_STATES,
  CONTACT_TOPICS,
  INTENTS,
  PROBLEM_STATES,
  USER_STATUSES,
} from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import { codeKey } from '@perezvon/texts';
import { CHAPTER_NAMES } from '../src/screens/help/help-chapters.js';
import { LANGUAGES, type Language } from '../src/text/translate.js';
import { strictTexts } from './support/texts.js';

const folder = (language: Language) => new URL(`../locales/${language}/`, import.meta.url);
const files = (language: Language) => readdirSync(folder(language)).filter((name) => name.endsWith('.ftl'));
const source = (language: Language) =>
  files(language)
    .map((file) => readFileSync(new URL(file, folder(language)), 'utf8'))
    .join('\n');

/** Every message with the arguments its pattern names. */
const readMessages = (language: Language): Map<string, string[]> => {
  const messages = new Map<string, string[]>();
  for (const block of source(language).split(/\n(?=[a-z][a-z0-9-]* *=)/)) {
    const key = /^(?:#[^\n]*\n|\n)*([a-z][a-z0-9-]*) *=/.exec(block)?.[1];
    if (key === undefined) continue;
    const text = block.replace(/^#.*$/gm, '');
    messages.set(
      key,
      [...new Set([...text.matchAll(/\$([a-zA-Z]+)/g)].map(([, name]) => name ?? ''))].sort((a, b) =>
        a.localeCompare(b),
      ),
    );
  }
  return messages;
};

const sources = (dir: URL): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(new URL(`${entry.name}/`, dir))
      : [readFileSync(new URL(entry.name, dir), 'utf8')],
  );

test('both languages have the same texts with the same arguments', () => {
  const [ru, en] = LANGUAGES.map((language) => Object.fromEntries(readMessages(language)));
  expect(Object.keys(ru ?? {}).length).toBeGreaterThan(10);
  expect(en).toEqual(ru);
});

test.each(LANGUAGES)('no text stands twice (%s)', (language) => {
  const keys = [...source(language).matchAll(/^([a-z][a-z0-9-]*) *=/gm)].map(([, key]) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every text that the code names exists', () => {
  const named = sources(new URL('../src/', import.meta.url)).flatMap((code) =>
    [...code.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map(([, key]) => key ?? ''),
  );
  expect(named.length).toBeGreaterThan(5);
  const known = readMessages('ru');
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test('every text is used: the code names it, or begins its name and adds a code', () => {
  const code = sources(new URL('../src/', import.meta.url)).join('\n');
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, text]) => text ?? '');
  const named = new Set(found(/'([a-z][a-z0-9-]*)'/g));
  // `codeKey('done-user', change)`, `command-${command}`, and names of two words that a table holds.
  const begun = new Set([
    ...found(/codeKey\(\s*'([a-z0-9-]+)'/g),
    ...found(/`([a-z][a-z0-9-]*)-\$\{/g),
    ...[...named].filter((name) => name.includes('-')),
  ]);
  const quoted = new Set([...source('ru').matchAll(/\{ *([a-z][a-z0-9-]*) *\}/g)].map(([, key]) => key));
  const isUsed = (key: string): boolean =>
    quoted.has(key) ||
    named.has(key) ||
    key.split('-').some((_, index, parts) => begun.has(parts.slice(0, index + 1).join('-')));
  expect([...readMessages('ru').keys()].filter((key) => !isUsed(key))).toEqual([]);
});

/** Every code of the contracts that a person reads in the bot only, by the kind of its text; the others are the domain’s (`@perezvon/texts`). */
const CODES = {
  action: Object.keys(INTENTS),
  refusal: [...Object.values(INTENTS).flatMap(({ refusals }) => [...refusals]), ...COMMON_REFUSALS],
  status: USER_STATUSES,
  'problem-state': PROBLEM_STATES,
  'contact-topic': CONTACT_TOPICS,
  'compensation-state': COMPENSATION_STATES,
  'compensation-limit': COMPENSATION_LIMITS,
  language: LANGUAGES,
  'button-language': LANGUAGES,
  'help-button': CHAPTER_NAMES,
  'help-chapter': CHAPTER_NAMES,
} satisfies Record<string, readonly string[]>;

describe.each(LANGUAGES)('the contracts speak %s', (language) => {
  test.each(Object.entries(CODES))('every %s has its text', (kind, codes) => {
    const bundle = strictTexts.bundle(language);
    expect(codes.map((code) => codeKey(kind, code)).filter((key) => !bundle.hasMessage(key))).toEqual([]);
  });
});
