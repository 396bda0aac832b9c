import { expect, test } from '@jest/globals';
import { asRecognised, fillText, type Slots } from '../../src/demo/fill.js';
import { createRandom } from '../../src/demo/random.js';

const slots = (gender: Slots['gender']): Slots => ({
  gender,
  values: { greeting: 'клиника {clinic}, {op}', clinic: 'Образец', op: 'Алёна', day: 'во вторник' },
});
const fill = (text: string, gender: Slots['gender'] = 'f'): string =>
  fillText(text, slots(gender), createRandom('any'));

test('a slot may hold slots, and a sentence begins with a capital', () => {
  expect(fill('{greeting}. {day} есть окно? {day}!')).toBe(
    'Клиника Образец, Алёна. Во вторник есть окно? Во вторник!',
  );
});

test('endings follow the gender of the client', () => {
  expect(fill('Я записал{ся/ась}, {хотел/хотела} уточнить', 'm')).toBe('Я записался, хотел уточнить');
  expect(fill('Я записал{ся/ась}, {хотел/хотела} уточнить', 'f')).toBe('Я записалась, хотела уточнить');
});

test('one of several ways to say it is chosen, the same one for the same chance', () => {
  const said = fill('{Да|Ага}, подходит');
  expect(['Да, подходит', 'Ага, подходит']).toContain(said);
  expect(fill('{Да|Ага}, подходит')).toBe(said);
});

test('a slot that nobody fills is an error, not a text with brackets', () => {
  expect(() => fill('Приходите {when}')).toThrow('when');
});

test('a recogniser writes no punctuation', () => {
  expect(asRecognised('Клиника «Образец», здравствуйте! Слушаю вас…')).toBe(
    'клиника образец здравствуйте слушаю вас',
  );
});
