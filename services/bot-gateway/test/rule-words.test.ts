import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { toPlainText } from '../src/text/html.js';
import { ruleWords } from '../src/text/rule-words.js';
import { LANGUAGES } from '../src/text/translate.js';
import { strictTexts } from './support/texts.js';

const RULES = new URL('../../../packages/lm/rules/', import.meta.url);
const ruleIds = readdirSync(RULES)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) =>
    [...readFileSync(new URL(file, RULES), 'utf8').matchAll(/- id: ([a-z_]+\.[a-z_0-9]+)/g)].map(
      ([, id]) => id ?? '',
    ),
  );

describe.each(LANGUAGES)('a rule in words (%s)', (language) => {
  const t = strictTexts.in(language);
  const words = (rule: string): string => toPlainText(ruleWords(rule, t));

  test('every rule of the engine has words of its own or of its family', () => {
    expect(ruleIds.length).toBeGreaterThan(50);
    const neutral = words('nobody.knows');
    expect(ruleIds.filter((rule) => words(rule) === neutral || words(rule).includes('_'))).toEqual([]);
  });

  test('a rule that nobody knows gets neutral words, never its id', () => {
    expect(words('nobody.knows')).not.toMatch(/nobody|knows/);
    expect(words('model.words')).not.toBe(words('nobody.knows'));
  });
});

describe('a state of the dialogue in words', () => {
  const t = strictTexts.in('ru');

  test.each([
    ['state.ends_thinks_offers', 'клиент остался думать'],
    ['state.ends_will_call_promises', 'клиент обещал перезвонить'],
    ['state.open_price', 'остановила цена'],
    ['state.first_goal_own_booking_open', 'звонит по своей записи'],
    ['state.blame_sum_60', 'претензия к клинике'],
    ['state.dropped', 'звонок оборвался'],
    ['state.of_next_year', 'ход разговора'],
  ])('%s: %s', (rule, words) => {
    expect(toPlainText(ruleWords(rule, t))).toBe(words);
  });
});
