import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { DOMAIN_LOCALES, fillText } from '@perezvon/texts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../src/text/translate.js';
import { strictTexts } from './support/texts.js';

const FOLDERS = [DOMAIN_LOCALES, new URL('../locales/', import.meta.url)];
const messagesOf = (language: Language) =>
  FOLDERS.map((root) => new URL(`${language}/`, root)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ftl'))
      .flatMap((name) => new FluentResource(readFileSync(new URL(name, folder), 'utf8')).body),
  );

const Variant = z.object({ key: z.object({ value: z.union([z.string(), z.number()]) }), value: z.unknown() });
const Select = z.object({ type: z.literal('select'), selector: z.unknown(), variants: z.array(Variant) });
type Select = z.infer<typeof Select>;

/** Every choice inside a text, however deep. */
const selectsOf = (node: unknown): Select[] => {
  if (typeof node !== 'object' || node === null) return [];
  const select = Select.safeParse(node).data;
  return [...(select ? [select] : []), ...Object.values(node).flatMap(selectsOf)];
};

const keysOf = ({ variants }: Select): string[] => variants.map(({ key }) => String(key.value));
/** Not `other`: choices by name have it too. */
const PLURAL = ['zero', 'one', 'two', 'few', 'many'];
const isPlural = (select: Select): boolean => keysOf(select).some((key) => PLURAL.includes(key));

/** The forms that a language needs for whole numbers; in the cases of «не больше 5 звонков» Russian has two only. */
const FORMS = {
  ru: [
    ['one', 'few', 'many'],
    ['one', 'other'],
  ],
  en: [['one', 'other']],
} satisfies Record<Language, string[][]>;
/** Explicit numbers apart. */
const formsOf = (keys: readonly string[]): string => keys.filter((key) => !/^\d+$/.test(key)).join();

test.each(LANGUAGES)('whatever is counted has every form of the language (%s)', (language) => {
  const counted = messagesOf(language).flatMap(({ id, value }) =>
    selectsOf(value)
      .filter(isPlural)
      .map((select) => ({ id, keys: keysOf(select) })),
  );
  expect(counted.length).toBeGreaterThan(30);
  const complete = FORMS[language].map((forms) => forms.join());
  expect(counted.filter(({ keys }) => !complete.includes(formsOf(keys)))).toEqual([]);
});

/** Numbers of every form: one, few and many, with the teens that look like the others. */
const NUMBERS = { 0: 'many', 1: 'one', 2: 'few', 5: 'many', 11: 'many', 21: 'one', 101: 'one' } as const;
/** Nouns that are counted here, as they stand after 1, after 2 and after 5. */
const NOUNS = [
  ['звонок', 'звонка', 'звонков'],
  ['поручение', 'поручения', 'поручений'],
  ['день', 'дня', 'дней'],
  ['час', 'часа', 'часов'],
  ['минута', 'минуты', 'минут'],
  ['минуту', 'минуты', 'минут'],
  ['строка', 'строки', 'строк'],
  ['раз', 'раза', 'раз'],
  ['человек', 'человека', 'человек'],
  ['оператор', 'оператора', 'операторов'],
  ['сообщение', 'сообщения', 'сообщений'],
  ['спор', 'спора', 'споров'],
  ['пример', 'примера', 'примеров'],
  ['оценка', 'оценки', 'оценок'],
] as const;
const PLACES = { one: 0, few: 1, many: 2 } as const;

const COUNTED = /(?<![\d.,:])(\d+)[ \u00A0](?:[а-яё]+(?:ый|ая|ое|ые|ых|ого|ой)[ \u00A0])?([а-яё]+)/gu;
const isNumber = (text: string): text is `${keyof typeof NUMBERS}` => Object.hasOwn(NUMBERS, text);

/** Numbers right before a counted noun (an adjective may be between) that stands in another form than theirs. */
const wrongForms = (text: string): string[] =>
  [...text.matchAll(COUNTED)].flatMap(([found, number = '', word = '']) => {
    const nouns = NOUNS.filter((forms) => forms.some((form) => form === word));
    if (nouns.length === 0 || !isNumber(number)) return [];
    return nouns.some((forms) => forms[PLACES[NUMBERS[number]]] === word) ? [] : [found];
  });

const argumentsOf = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const variable = z.object({ type: z.literal('var'), name: z.string() }).safeParse(node).data;
  return variable ? [variable.name] : Object.values(node).flatMap(argumentsOf);
};

/** Periods are 7, 14, 30 or 180 days, which all take one form. */
const DAYS = 'days';
const PERIOD_DAYS = 30;
/** «не больше 2 сообщений», «меньше 3 операторов»: the number does not rule the noun there. */
const OTHER_CASES = new Set(['notify-budget', 'work-no-team']);

test('a number and what it counts agree: 0, 1, 2, 5, 11, 21 and 101', () => {
  const bundle = strictTexts.bundle('ru');
  const words = NOUNS.flat();
  const counting = messagesOf('ru').filter(
    ({ value }) =>
      argumentsOf(value).length > 0 && words.some((word) => JSON.stringify(value).includes(word)),
  );
  const wrong = counting
    .filter(({ id }) => bundle.hasMessage(id) && !OTHER_CASES.has(id))
    .flatMap(({ id, value }) =>
      Object.keys(NUMBERS).flatMap((number) => {
        const args = Object.fromEntries(
          argumentsOf(value).map((name) => [name, name === DAYS ? PERIOD_DAYS : Number(number)]),
        );
        const text = fillText(bundle, id, args, () => undefined);
        return wrongForms(text).map((words) => `${id}: ${words}`);
      }),
    );
  expect([...new Set(wrong)]).toEqual([]);
});
