import { testDatabase } from '@perezvon/db/testing';
import { expect, test } from '@jest/globals';
import { judge } from '../src/callbacks/judge.js';
import { madeMonth } from '../src/callbacks/made-month.js';
import { runMonth } from '../src/callbacks/run-month.js';

/** Every story that is told of callbacks a few times, among calls that have nothing to do with them. */
const CALLS = 700;
const CALLBACKS = 100;
/** Where the client was called at a number that he never said: nobody can know. */
const UNPROVABLE = ['hidden, names nothing', 'another number never named'];
const TIMEOUT_MS = 120_000;

test(
  'of a made month exactly those callbacks are proven that can be known to be answered',
  async () => {
    const { db } = await testDatabase();
    const month = madeMonth(CALLS, { stories: CALLBACKS });
    const scores = judge(month, (await runMonth(db, month)).proven);
    const wrong = [...scores].filter(
      ([story, { precision, recall }]) =>
        precision < 1 || (recall < 1 && story !== 'all' && !UNPROVABLE.includes(story)),
    );
    expect(wrong).toEqual([]);
    expect(scores.get('all')?.answered).toBeGreaterThan(50);
    for (const story of UNPROVABLE) expect(scores.get(story)).toMatchObject({ answered: 1, proven: 0 });
  },
  TIMEOUT_MS,
);
