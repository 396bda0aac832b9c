import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  followAction,
  followAnswer,
  followLink,
  followLinkFrom,
  goBack,
  packBack,
  unpackBack,
  type Trail,
} from '../src/screens/navigation.js';

const trail = (...data: string[]): Trail => data.map((part) => ({ data: part }));
const words = (path: Trail) => path.map(({ data }) => data);

test('a link leads one step further, and back leads to where it was tapped', () => {
  const path = followLink(trail('menu', 'red.1'), { data: 'call.5' });
  expect(words(path)).toEqual(['menu', 'red.1', 'call.5']);
  expect(words(goBack(path, path.length - 2))).toEqual(['menu', 'red.1']);
});

test('pages of one list are one step', () => {
  expect(words(followLink(trail('menu', 'red.1'), { data: 'red.2' }))).toEqual(['menu', 'red.2']);
});

test('a link to a screen on the way goes back to it', () => {
  expect(words(followLink(trail('menu', 'users', 'user.5'), { data: 'users' }))).toEqual(['menu', 'users']);
});

test('back after an action does not lead into the question that is answered', () => {
  expect(words(followAction(trail('menu', 'user.5', 'role.5'), { data: 'user.5' }))).toEqual([
    'menu',
    'user.5',
  ]);
  expect(words(followAction(trail('menu', 'confirm.5'), { data: 'done.5' }))).toEqual(['menu', 'done.5']);
});

test('an answered question of several steps leads back where it was asked, and no step of it is behind', () => {
  const isStep = (data: string) => data.startsWith('ask');
  const asked = trail('menu', 'top.2', 'ask-kind.5', 'ask-owner.5', 'ask-ok.5');
  expect(words(followAnswer(asked, { data: 'call.5' }, isStep))).toEqual(['menu', 'top.2']);
  // Asked in a list of one's own work; what is given to somebody else stands in another view of it.
  expect(
    words(followAnswer(trail('menu', 'list.1', 'ask.1', 'ask-ok.1'), { data: 'list.2' }, isStep)),
  ).toEqual(['menu', 'list.2']);
  // «Отмена», or a choice that is a link.
  expect(words(followLinkFrom(asked, { data: 'call.5' }, isStep))).toEqual(['menu', 'top.2', 'call.5']);
  expect(words(followLinkFrom(trail('menu', 'list.1', 'ask.1'), { data: 'list.2' }, isStep))).toEqual([
    'menu',
    'list.2',
  ]);
  expect(words(followLinkFrom(asked, { data: 'ask-due.5' }, isStep)).at(-2)).toBe('ask-ok.5');
  // The way is forgotten, or nothing was asked: the action's own screen.
  expect(words(followAnswer(trail('menu', 'ask-ok.5'), { data: 'call.5' }, isStep))).toEqual([
    'menu',
    'call.5',
  ]);
  expect(words(followAnswer(trail('menu', 'list.1', 'call.5'), { data: 'call.5' }, isStep))).toEqual([
    'menu',
    'list.1',
    'call.5',
  ]);
});

test('back tapped twice leads to the same place', () => {
  const path = trail('menu', 'red.1', 'call.5', 'text.5');
  expect(goBack(goBack(path, 2), 2)).toEqual(goBack(path, 2));
});

test('however far somebody goes, the way stays short and begins at the menu', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (steps) => {
      let path = trail('menu');
      for (const step of steps) path = followLink(path, { data: `s${step}.1` });
      expect(path.length).toBeLessThanOrEqual(10);
      expect(path[0]?.data).toBe('menu');
      expect(new Set(words(path)).size).toBe(path.length);
      if (steps.length > 0) expect(path.at(-1)?.data).toBe(`s${steps.at(-1)}.1`);
    }),
  );
});

test('the place of a back button comes back from it, and nothing else is one', () => {
  expect(unpackBack(packBack(7))).toBe(7);
  expect(unpackBack('<x')).toBeNull();
  expect(unpackBack('menu.000')).toBeNull();
});
