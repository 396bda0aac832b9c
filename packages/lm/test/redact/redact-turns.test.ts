import { describe, expect, test } from '@jest/globals';
import type { Speaker } from '@perezvon/contracts';
import fc from 'fast-check';
import { originalQuote, redactTurns } from '../../src/redact/index.js';

const talk = (...turns: [Speaker, string][]) => turns.map(([speaker, text]) => ({ speaker, text }));
const sent = (...turns: [Speaker, string][]): string[] => redactTurns(talk(...turns)).map(({ text }) => text);

describe('names', () => {
  test('in the answer to a question, and wherever they are said again', () => {
    expect(
      sent(
        ['operator', 'записываю, фамилию подскажите'],
        ['client', 'так, Мохова'],
        ['operator', 'мохова, к кардиологу в среду'],
        ['client', 'да, с Моховой, спасибо'],
      ),
    ).toEqual([
      'записываю, фамилию подскажите',
      'так, [ИМЯ]',
      '[ИМЯ], к кардиологу в среду',
      'да, с [ИМЯ], спасибо',
    ]);
  });

  test('when the answer comes a turn later', () => {
    expect(sent(['operator', 'как вас зовут'], ['client', 'секунду'], ['client', 'сабуров'])[2]).toBe(
      '[ИМЯ]',
    );
  });

  test('in another case, or borne by somebody else in the family', () => {
    const [, , third] = sent(
      ['operator', 'фамилия'],
      ['client', 'парамонов кирилл'],
      ['operator', 'парамоновой в списках нет'],
    );
    expect(third).toBe('[ИМЯ] в списках нет');
  });

  test.each([
    ['client', 'добрый день никонова на завтра узи', 'добрый день [ИМЯ] на завтра узи'],
    ['client', 'там мельниченко принимает', 'там [ИМЯ] принимает'],
    ['client', 'здравствуйте, моя фамилия краузе, я записана', 'здравствуйте, моя фамилия [ИМЯ], я записана'],
    ['client', 'железнов моя фамилия', '[ИМЯ] моя фамилия'],
    ['client', 'доброе утро это Пономарёва я на завтра', 'доброе утро это [ИМЯ] я на завтра'],
    ['client', 'меня зовут елена', 'меня зовут [ИМЯ]'],
    ['client', 'запись на имя Гайворонский', 'запись на имя [ИМЯ]'],
    ['operator', 'клиника, Ирина, слушаю', 'клиника, [ИМЯ], слушаю'],
    ['operator', 'есть доктор Бремер в среду', 'есть доктор [ИМЯ] в среду'],
    ['client', 'мне бы к рубцовой на ботокс', 'мне бы к [ИМЯ] на ботокс'],
    ['client', 'тамара егоровна меня записывала', '[ИМЯ] меня записывала'],
    ['client', 'пишется гэ эр а эм дальше обычно', 'пишется [ИМЯ] дальше обычно'],
  ] as const)('%s: «%s»', (speaker, said, left) => {
    expect(sent([speaker, said])).toEqual([left]);
  });
});

describe('numbers, dates of birth, mail and addresses', () => {
  test.each([
    [
      'мой номер восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь',
      'мой номер [НОМЕР]',
    ],
    ['полис семь семь ноль ноль', 'полис [НОМЕР]'],
    ['паспорт 4510 123456', 'паспорт [НОМЕР]'],
    ['карта 2200 1234', 'карта [НОМЕР]'],
    ['родилась двенадцатого марта восемьдесят пятого', 'родилась [НОМЕР]'],
    ['она тысяча девятьсот девяносто третий', 'она [НОМЕР]'],
    ['пишите на ivan.petrov@mail.ru', 'пишите на [ПОЧТА]'],
    ['ширяева собака почта точка ру', '[ПОЧТА]'],
    ['живу улица Садовая дом пять квартира сорок', 'живу [АДРЕС]'],
  ])('«%s»', (said, left) => {
    expect(sent(['client', said])).toEqual([left]);
  });

  test('an answer about them is hidden however short', () => {
    expect(sent(['operator', 'дата рождения'], ['client', 'пятое мая шестьдесят восьмого'])[1]).toBe(
      '[НОМЕР]',
    );
    expect(sent(['operator', 'адрес назовите'], ['client', 'луговой, за почтой'])[1]).toBe('[АДРЕС]');
  });
});

test('what tells how the call went is left', () => {
  const said: [Speaker, string][] = [
    ['client', 'третий раз звоню, обещали перезвонить и не перезвонили, буду жаловаться'],
    ['client', 'по телефону одна цена, на кассе другая, восемь тысяч пятьсот'],
    ['operator', 'есть в среду в десять тридцать и в четверг в семнадцать ноль ноль'],
    ['client', 'подумаю и перезвоню завтра после трёх'],
    ['client', 'скажите, МРТ коленного сустава сколько у вас'],
  ];
  expect(sent(...said)).toEqual(said.map(([, text]) => text));
});

describe('a quote of the redacted words', () => {
  const [turn] = redactTurns(talk(['client', 'это Пономарёва, я буду жаловаться на доктора Сабурова']));
  const quoted = (quote: string) => turn && originalQuote(turn, quote);

  test('stands for the original ones', () => {
    expect(quoted('я буду жаловаться на доктора [ИМЯ]')).toBe('я буду жаловаться на доктора Сабурова');
    expect(quoted('буду жаловаться')).toBe('буду жаловаться');
  });

  test.each(['я буду судиться', '', '[ИМЯ]', 'Я БУДУ', '[ИМЯ], я'])('«%s» is none', (quote) => {
    expect(quoted(quote)).toBeNull();
  });
});

const SURNAMES = [
  'Гайворонский',
  'мохова',
  'Краузе',
  'снегур',
  'Бельская',
  'чернобай',
  'Погосян',
  'Терещенко',
  'цой',
];
const GIVEN = ['Анна', 'руслан', 'Снежана', 'бахтиёр', 'Эльвира', 'тимур'];
const PATRONYMICS = ['Егоровна', 'петрович', 'Маратовна', 'ильич'];
const somebody = fc.record({
  surname: fc.constantFrom(...SURNAMES),
  given: fc.constantFrom(...GIVEN),
  patronymic: fc.constantFrom(...PATRONYMICS),
  phone: fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map(String),
  mail: fc.constantFrom('a.b@mail.ru', 'clinic_fan@example.com'),
});

test('nobody who introduces himself in a call is named in what is sent', () => {
  fc.assert(
    fc.property(somebody, fc.boolean(), ({ surname, given, patronymic, phone, mail }, isAsked) => {
      const said = sent(
        ['operator', 'клиника, слушаю вас'],
        ['client', `здравствуйте, меня зовут ${given} ${patronymic}, мой телефон 8${phone}`],
        ['operator', isAsked ? 'фамилию подскажите пожалуйста' : `${given} ${patronymic}, слушаю`],
        ['client', isAsked ? surname : `моя фамилия ${surname}`],
        ['operator', `записала, ${surname} ${given}, в среду`],
        ['client', `результаты на ${mail}, спасибо`],
      ).join('\n');
      for (const secret of [surname, given, patronymic, phone, mail]) expect(said).not.toContain(secret);
    }),
  );
});

test('any words at all: every piece of the original is there, in order; a long call is read at once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (texts) => {
      const turns = texts.map((text, at) => ({ text, speaker: at % 2 ? 'client' : 'operator' }) as const);
      const redacted = redactTurns(turns);
      expect(redacted.map(({ pieces }) => pieces.map(({ original }) => original).join(''))).toEqual(texts);
    }),
  );
  const long = 'меня зовут анна фамилия сабурова улица садовая пять родилась в восемьдесят пятом '.repeat(
    5_000,
  );
  const started = performance.now();
  redactTurns(talk(['operator', 'фамилия'], ['client', long]));
  expect(performance.now() - started).toBeLessThan(8_000);
});
