import { expect, test } from '@jest/globals';
import { createEngineCache } from '../src/rulesets/engine-cache.js';
import type { Engine } from '../src/index.js';

const engine = (tag: string): Engine => ({
  tag,
  timezone: 'Europe/Moscow',
  score: () => {
    throw new Error('nobody asked');
  },
});

test('versions in use stay compiled however many there are; of the others only the last used', () => {
  const cache = createEngineCache();
  const inUse = ['active', 'shadow-1', 'shadow-2', 'shadow-3'];
  const others = ['old-1', 'old-2', 'old-3', 'old-4'];
  for (const tag of [...inUse, ...others]) cache.set(tag, engine(tag));
  cache.get('old-1');

  cache.keepOnly(new Set(inUse));

  const kept = [...inUse, ...others].filter((tag) => cache.get(tag) !== undefined);
  expect(kept).toEqual([...inUse, 'old-1', 'old-4']);
});

test('what cannot be run is known as such, not as unknown', () => {
  const cache = createEngineCache();
  cache.set('bad', null);
  expect(cache.get('bad')).toBeNull();
  expect(cache.get('never seen')).toBeUndefined();
});
