import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createChallenger } from '../../src/challenger/index.js';
import { CALL } from './given-challenger.js';

const challenger = createChallenger('some-model', 'Europe/Moscow');

const SURNAMES = ['Гайворонский', 'мохова', 'Краузе', 'Бельская', 'терещенко', 'Погосян'];
const GIVEN = ['Анна', 'руслан', 'Снежана', 'тимур'];
const somebody = fc.record({
  surname: fc.constantFrom(...SURNAMES),
  given: fc.constantFrom(...GIVEN),
  patronymic: fc.constantFrom('Егоровна', 'петрович', 'Маратовна'),
  phone: fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map(String),
  mail: fc.constantFrom('a.b@mail.ru', 'clinic_fan@example.com'),
  policy: fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(String),
});

test('whoever calls, no request body names him', () => {
  fc.assert(
    fc.property(somebody, fc.constantFrom('json_schema', 'json_object'), (person, format) => {
      const { surname, given, patronymic, phone, mail, policy } = person;
      const transcript = [
        ['operator', 'клиника, слушаю вас'],
        ['client', `здравствуйте, меня зовут ${given} ${patronymic}, телефон +7${phone}`],
        ['operator', 'фамилию и номер полиса подскажите'],
        ['client', `${surname}, полис ${policy}, почта ${mail}`],
        ['operator', `${surname} ${given}, записала вас в среду`],
      ].map(([speaker, text = ''], t) => ({
        t,
        speaker: speaker === 'client' ? ('client' as const) : ('operator' as const),
        text,
      }));
      const { body } = challenger.request({ ...CALL, transcript }, format);
      for (const secret of [surname, given, patronymic, phone, mail, policy])
        expect(body).not.toContain(secret);
      expect(body).toContain('записала вас в среду');
    }),
  );
});
