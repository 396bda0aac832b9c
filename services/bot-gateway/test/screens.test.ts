import { expect, test } from '@jest/globals';
import { mayOpen } from '../src/people/person.js';
import { MAX_CALLBACK_BYTES } from '../src/screens/codec.js';
import { CHAPTERS, chapterOf } from '../src/screens/help/help-chapters.js';
import { ACTIONS, SCREENS } from '../src/screens/index.js';
import { indexScreens } from '../src/screens/screen-index.js';
import { ROLES } from '@perezvon/contracts';

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

test('every screen has a chapter behind its «❓» that everybody who sees the screen may read', () => {
  const withoutChapter = SCREENS.filter(({ id }) => chapterOf(id) === undefined).map(({ id }) => id);
  expect(withoutChapter).toEqual([]);

  const people = ROLES.map((role) => ({ role, status: 'active' }) as const);
  const closed = SCREENS.flatMap(({ id, permission }) => {
    const chapter = chapterOf(id);
    if (!chapter) return [];
    return people
      .filter((person) => mayOpen(person, permission) && !mayOpen(person, CHAPTERS[chapter]))
      .map(({ role }) => `${id} leads ${role} to ${chapter}`);
  });
  expect(closed).toEqual([]);
});
