import type { CallScore } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import { compileRuleset, loadRuleset, readRulesetFiles, scoreCall } from '../src/index.js';
import { givenCall, MOSCOW, ownCalls, talk } from './given.js';
import { due, promiseIn } from './given-promise.js';

const ruleset = loadRuleset();

test.each([
  ['o: Я уточню и перезвоню вам до двенадцати.', '03.02 12:00'],
  ['o: Заведующая вам позвонит в течение часа.', '03.02 12:20'],
  ['o: наберу вас минут через пять-десять', '03.02 11:30'],
  ['o: Перезвоним завтра до обеда.', '04.02 13:00'],
  ['o: завтра позвоню', '04.02 20:00 day'],
  ['o: с вами свяжутся до конца дня', '03.02 20:00 day'],
  ['o: до завтрашнего вечера с вами свяжется бухгалтер', '04.02 20:00'],
  ['o: в пятницу утром наберу', '06.02 12:00'],
  ['o: позвоню пятого', '05.02 20:00 day'],
  ['o: в понедельник шестнадцатого позвоню вам', '16.02 20:00 day'],
  ['o: на следующей неделе вам перезвонят', '15.02 20:00 day'],
  ['o: в марте вам позвоню', '31.03 20:00 day'],
  ['o: после семи наберу', '03.02 21:00'],
  ['o: в восемь вечера наберу', '03.02 20:00'],
  ['o: сегодня позвоню, крайний срок завтра утром', '04.02 12:00'],
  ['o: Руководитель с вами свяжется.', '03.02 20:00 day'],
  ['o: ждите звонка', '03.02 20:00 day'],
])('«%s» is a promise until %s', (line, expected) => {
  const promise = promiseIn(line, 'c: Хорошо.');
  expect(due(promise)).toBe(expected);
  expect(line).toContain(promise?.quote);
});

test.each([
  [
    'the client names the time',
    ['c: Наберите меня минут через двадцать, я за рулём.', 'o: Хорошо, наберу.'],
    '03.02 11:40',
  ],
  ['the client says the time afterwards', ['o: Я вам перезвоню.', 'c: Жду звонка до шести.'], '03.02 18:00'],
  [
    'the day is the client’s, the hour repeated',
    ['c: К девяти завтра позвоните мне.', 'o: Позвоню в девять.'],
    '04.02 09:00',
  ],
  [
    'the operator asks when',
    ['o: Когда вам перезвонить?', 'c: Завтра в два.', 'o: Договорились.'],
    '04.02 14:00',
  ],
  ['the operator agrees', ['c: Перезвоните мне через час.', 'o: Хорошо.'], '03.02 12:20'],
  [
    'it is said twice',
    ['o: Завтра до десяти вам позвонит врач.', 'c: Спасибо.', 'o: Позвонит обязательно.'],
    '04.02 10:00',
  ],
])('%s', (_, lines, expected) => {
  expect(due(promiseIn(...lines))).toBe(expected);
});

test.each([
  ['o: Не перезвоним, звоните сами.', 'c: Хорошо.'],
  ['o: Вас плохо слышно, перезвоните завтра.', 'c: Хорошо.'],
  ['o: Ждём вашего звонка до пятницы.', 'c: Хорошо.'],
  ['o: Если место освободится, позвоню.', 'c: Хорошо.'],
  ['o: Как привезут вакцину, мы вам позвоним.', 'c: Хорошо.'],
  ['o: Внесла вас в лист ожидания, позвоню.', 'c: Хорошо.'],
  ['o: Накануне позвоним подтвердить запись.', 'c: Хорошо.'],
  ['o: Врач вам сегодня перезвонит.', 'c: Не надо мне звонить, я уже решил.'],
  ['o: Пусть муж сам позвонит завтра.', 'c: Хорошо.'],
  ['o: Свяжусь с лабораторией и напишу вам.', 'c: Хорошо.'],
  ['o: Сегодня с вами свяжутся.', 'c: Только письменно.'],
  ['c: Я сам перезвоню завтра до обеда.', 'o: Хорошо, звоните.'],
  ['c: Мне обещали перезвонить вчера до шести.', 'o: Извините.'],
])('«%s» «%s» is none', (one, other) => {
  expect(promiseIn(one, other)).toBeNull();
});

test('a voicemail promises nothing', () => {
  const turns = talk(
    's: Абонент не может ответить, оставьте сообщение.',
    'o: Это клиника, перезвоним вам завтра.',
  );
  expect(scoreCall(givenCall(turns), ruleset, MOSCOW).promise).toBeNull();
});

test('late in the evening «перезвоню» is for tomorrow, in the clinic’s own zone', () => {
  const turns = talk('o: Клиника, здравствуйте.', 'c: Мне нужен врач.', 'o: Я вам перезвоню.', 'c: Жду.');
  const call = givenCall(turns, { call_date: '2026-02-03T19:30:00+03:00' });
  expect(scoreCall(call, ruleset, MOSCOW).promise?.due_at).toBe('2026-02-04T17:00:00.000Z');
  expect(scoreCall(call, ruleset, { timezone: 'Asia/Omsk' }).promise?.due_at).toBe(
    '2026-02-04T14:00:00.000Z',
  );
});

test('listening for promises changes no score', () => {
  const withoutPromises = compileRuleset(readRulesetFiles().filter(({ name }) => name !== 'callback.yaml'));
  const rest = ({ metrics, ...score }: CallScore) => ({
    ...score,
    metrics: { ...metrics, lm_version_tag: '' },
    lm_version_tag: '',
    promise: null,
  });
  const calls = ownCalls();
  const scores = calls.map((call) => scoreCall(call, ruleset, MOSCOW));
  expect(scores.filter(({ promise }) => promise !== null).length).toBeGreaterThan(20);
  expect(scores.map(rest)).toEqual(calls.map((call) => rest(scoreCall(call, withoutPromises, MOSCOW))));
});
