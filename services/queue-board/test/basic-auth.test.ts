import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createBasicAuth } from '../src/basic-auth.js';

const header = (text: string) => `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;
const isAllowed = createBasicAuth({ user: 'ops', password: 'пароль:with:colons' });

test('the right user and password come in, also with colons and letters beyond ASCII', () => {
  expect(isAllowed(header('ops:пароль:with:colons'))).toBe(true);
});

test.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['another scheme', 'Bearer abc'],
  ['the user alone', header('ops')],
  ['an empty password', header('ops:')],
  ['another user', header('root:пароль:with:colons')],
  ['a beginning of the password', header('ops:пароль')],
  ['a longer password', header('ops:пароль:with:colons!')],
  ['no base64', 'Basic ops:пароль:with:colons'],
])('%s stays out', (_what, value) => {
  expect(isAllowed(value)).toBe(false);
});

test('nothing else comes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isAllowed(header(text))).toBe(text === 'ops:пароль:with:colons');
    }),
  );
});
