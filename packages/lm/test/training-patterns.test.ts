import { TRAINING_PATTERNS, type TrainingPattern } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import { loadRuleset, scoreCall } from '../src/index.js';
import { givenCall, MOSCOW, talk } from './given.js';

const ruleset = loadRuleset();

/** The rules that a pattern is known by; of one that is known by a number there are none. */
const rulesOf = (pattern: TrainingPattern): readonly string[] => {
  const { condition } = TRAINING_PATTERNS[pattern];
  return condition.kind === 'said' ? condition.rules : [];
};

/** Rules that were heard in a talk about an appointment that ends with these words of the operator. */
const heardAfter = (...ending: readonly string[]): string[] => {
  const call = givenCall(
    talk(
      'o: Клиника «Образец», Ольга, здравствуйте.',
      'c: Здравствуйте, хочу записаться к терапевту на этой неделе.',
      ...ending,
    ),
  );
  return scoreCall(call, ruleset, MOSCOW).evidence.map(({ rule }) => rule);
};

test('an operator who offers no time shows the pattern, one who offers it does not', () => {
  const silent = heardAfter('o: Терапевт принимает в первом корпусе.', 'c: Понятно, спасибо, до свидания.');
  expect(silent).toEqual(expect.arrayContaining([...rulesOf('no_offer')]));
  const offering = heardAfter(
    'o: Есть время завтра в десять тридцать, подойдёт?',
    'c: Нет, спасибо, до свидания.',
  );
  expect(offering.filter((rule) => rulesOf('no_offer').includes(rule))).toEqual([]);
});
