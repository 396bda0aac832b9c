import { expect, test } from '@jest/globals';
import type { Turn } from '@perezvon/contracts';
import { isProofTalk } from '../../src/proof/talk.js';

const turns = (...said: [Turn['speaker'], string, number?][]): Turn[] =>
  said.map(([speaker, text, t]) => ({ speaker, text, t: t ?? null }));

test.each([
  [30, true],
  [29, false],
  [0, false],
  [null, false],
])('a talk of %s seconds without a transcript proves: %s', (talkDuration, proves) => {
  expect(isProofTalk({ talkDuration, turns: null })).toBe(proves);
});

test('a machine that answers is nobody, however long the operator speaks to it', () => {
  const machine = turns(
    ['client', 'Абонент сейчас не может ответить на ваш звонок, оставьте сообщение после сигнала.'],
    ['operator', 'Здравствуйте, это клиника, вы просили перезвонить, наберите нас, пожалуйста.'],
  );
  expect(isProofTalk({ talkDuration: 45, turns: machine })).toBe(false);
  expect(isProofTalk({ talkDuration: 45, turns: turns(['operator', 'Алло? Алло, вас не слышно.']) })).toBe(
    false,
  );
});

test('a client who speaks of a machine is a person', () => {
  const talk = turns(
    ['operator', 'Здравствуйте, клиника, вы просили перезвонить.'],
    ['client', 'Да, наконец-то, у вас вчера был автоответчик.'],
    ['operator', 'Извините, пожалуйста.'],
    ['client', 'Запишите меня на завтра.'],
    ['client', 'К неврологу.'],
  );
  expect(isProofTalk({ talkDuration: 45, turns: talk })).toBe(true);
});

test('where the telephony is silent, the times of the transcript tell how long the talk was', () => {
  const talk = (end: number) => turns(['operator', 'Здравствуйте.', 2], ['client', 'Да, слушаю.', end]);
  expect(isProofTalk({ talkDuration: null, turns: talk(40) })).toBe(true);
  expect(isProofTalk({ talkDuration: null, turns: talk(20) })).toBe(false);
});
