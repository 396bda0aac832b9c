import { describe, expect, test } from '@jest/globals';
import { isNegated } from '../src/engine/negation.js';
import { matchCall, type Hit } from '../src/engine/match.js';
import { readCall } from '../src/engine/prepare.js';
import { loadRuleset } from '../src/index.js';
import { givenCall, talk } from './given.js';

const ruleset = loadRuleset();

const threatsIn = (words: string): Hit[] =>
  matchCall(readCall(givenCall(talk(`c: ${words}`)), ruleset.lexicon), ruleset).filter(
    ({ rule }) => rule.negatable,
  );

describe('a «не» takes back the threat it belongs to', () => {
  test.each([
    'не буду жаловаться на вас',
    'я не хочу писать жалобу',
    'да не собираюсь писать на вас никаких жалоб',
    'не стану подавать в суд',
    'без возврата денег',
    'не требую возврата',
  ])('%s', (words) => {
    const threats = threatsIn(words);
    expect(threats.length).toBeGreaterThan(0);
    expect(threats.every(isNegated)).toBe(true);
  });
});

describe('a «не» of another verb, beyond a comma, or doubled, takes nothing back', () => {
  test.each([
    'вы не перезвонили, я буду жаловаться на вас',
    'не перезвонили я буду жаловаться на вас',
    'деньги не вернули напишу жалобу',
    'результатов нет, напишу жалобу',
    'не могу не пожаловаться на вашего администратора',
    'нельзя не пожаловаться на такое',
  ])('%s', (words) => {
    expect(threatsIn(words).some((hit) => !isNegated(hit))).toBe(true);
  });
});
