import { expect, test } from '@jest/globals';
import { parsePlainTranscript } from '../src/index.js';

test('plain text with speakers and times becomes turns', () => {
  expect(
    parsePlainTranscript('00:05 Оператор: Клиника, здравствуйте\nКлиент: добрый день\nхочу записаться'),
  ).toEqual([
    { t: 5, speaker: 'operator', text: 'Клиника, здравствуйте' },
    { t: null, speaker: 'client', text: 'добрый день хочу записаться' },
  ]);
});

test('text without words is an empty transcript, a line before any speaker is the system’s', () => {
  expect(parsePlainTranscript(' \n\n')).toEqual([]);
  expect(parsePlainTranscript('гудки\nОператор: алло')).toEqual([
    { t: null, speaker: 'system', text: 'гудки' },
    { t: null, speaker: 'operator', text: 'алло' },
  ]);
});
