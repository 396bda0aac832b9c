import { expect, test } from '@jest/globals';
import { MAX_CALLBACK_BYTES } from '../src/screens/codec.js';
import { ACTIONS, SCREENS } from '../src/screens/index.js';
import { indexScreens } from '../src/screens/screen-index.js';

test('every button of the product fits Telegram, whatever its params', () => {
  const entries = [...SCREENS, ...ACTIONS];
  expect(entries.filter(({ maxBytes }) => maxBytes > MAX_CALLBACK_BYTES)).toEqual([]);
});

test('every screen and action is found by its own id only', () => {
  const index = indexScreens(SCREENS, ACTIONS);
  expect(index.find('no-such.000.1')).toBeNull();
  const [first] = SCREENS;
  expect(first && (() => indexScreens([first, first], []))).toThrow('have the id');
});
