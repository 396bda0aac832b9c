import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { GuideError, readGuideChecks } from '../src/guide/checks.js';

const guideOf = (...checks: string[]): string =>
  ['## Глава', '', '**Проверьте сами** (администратор):', ...checks.map((check) => `- [ ] ${check}`)].join(
    '\n',
  );

test('a check says whose it is, what to do and what is seen', () => {
  const [check] = readGuideChecks(
    guideOf('Меню → «🔎 Найти звонок» → напишите `8 912: срочно`: «№…», нет «Ошибка»'),
  );
  expect(check).toMatchObject({
    lineNumber: 4,
    readers: ['admin'],
    steps: [
      { kind: 'menu' },
      { kind: 'tap', label: '🔎 Найти звонок' },
      { kind: 'type', text: '8 912: срочно' },
    ],
    promised: [
      { words: '№…', isThere: true },
      { words: 'Ошибка', isThere: false },
    ],
  });
});

test('dots stand for anything within a line, everything else for itself; a button is meant as a whole', () => {
  const [check] = readGuideChecks(guideOf('Меню → «Споры (…)»: «Спор №… ждёт»'));
  const [, tap] = check?.steps ?? [];
  const label = tap?.kind === 'tap' ? tap.matches : /never/u;
  expect(label.test('Споры (12)')).toBe(true);
  expect(label.test('⚖️ Споры (12)')).toBe(false);
  expect(label.test('Споры 12')).toBe(false);
  expect(check?.promised[0]?.matches.test('⚖️ Спор №7 решён')).toBe(false);
  expect(check?.promised[0]?.matches.test('⚖️ Спор №7 ждёт решения')).toBe(true);
  expect(check?.promised[0]?.matches.test('Спор №7\nждёт')).toBe(false);
});

test('a message that came by itself can be the beginning', () => {
  const [check] = readGuideChecks(guideOf('Сообщение «Новый спор» → «👎 Оценка верна»: «Решено»'));
  expect(check?.steps).toMatchObject([{ kind: 'news', words: 'Новый спор' }, { kind: 'tap' }]);
});

test('commas inside quotes part nothing', () => {
  const [check] = readGuideChecks(guideOf('Меню: «один, два», «три»'));
  expect(check?.promised.map(({ words }) => words)).toEqual(['один, два', 'три']);
});

test('«администратор и выше» is three readers, the least powerful first', () => {
  const guide = guideOf('Меню: «Меню»').replace('администратор', 'администратор и выше');
  expect(readGuideChecks(guide)[0]?.readers).toEqual(['admin', 'superadmin', 'supremeDev']);
});

describe('a line that nobody could walk is named with its number', () => {
  const inGuide = (text: string): string => ['## Глава', '**Проверьте сами** (все):', text].join('\n');
  test.each([
    ['nothing to see', '- [ ] Меню → «Споры»'],
    ['nothing to see but what is not there', '- [ ] Меню: нет «Споры»'],
    ['words without quotes', '- [ ] Меню: видно «Споры» и число'],
    ['a step without quotes', '- [ ] Меню → Споры: «Споры»'],
    ['a step of two', '- [ ] Меню → «Споры» «Решённые»: «Споры»'],
    ['quotes within quotes', '- [ ] Меню → «Искать «слова»»: «Споры»'],
    ['a tap without a screen', '- [ ] «Споры»: «Споры»'],
    ['another box', '* [ ] Меню: «Споры»'],
    ['a ticked box', '- [x] Меню: «Споры»'],
    ['an empty box', '- [] Меню: «Споры»'],
    ['a reader nobody knows', '**Проверьте сами** (директор):'],
    ['an introduction without a reader', '**Проверьте сами**:'],
  ])('%s', (_, text) => {
    expect(() => readGuideChecks(inGuide(text))).toThrow(GuideError);
    expect(() => readGuideChecks(inGuide(text))).toThrow(/docs\/guide\.ru\.md:3: /u);
  });

  test('a check before anybody is named', () => {
    const guide = [guideOf('Меню: «Меню»'), '## Другая глава', '- [ ] Меню: «Меню»'].join('\n');
    expect(() => readGuideChecks(guide)).toThrow(/nobody knows whose check it is/u);
  });
});

test('the guide itself can be read, and has something for everybody', () => {
  const guide = readFileSync(new URL('../../docs/guide.ru.md', import.meta.url), 'utf8');
  const checks = readGuideChecks(guide);
  expect(checks).toHaveLength(guide.split('\n').filter((line) => line.includes('[ ]')).length);
  expect(new Set(checks.flatMap(({ readers }) => readers))).toEqual(
    new Set(['newcomer', 'operator', 'marketing', 'admin', 'superadmin', 'supremeDev']),
  );
});
