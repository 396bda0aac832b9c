import { expect, test } from '@jest/globals';
import { measureBot } from '../src/bot/measure-bot.js';
import { reportBot } from '../src/bot/report-bot.js';
import { WALK } from '../src/bot/walk.js';
import { startDatabase } from '../src/servers.js';

const CALLS = 400;
/** Two services start. */
const TIMEOUT_MS = 180_000;

test(
  'an admin gets through the whole day that is measured, and every step has its line',
  async () => {
    const database = await startDatabase();
    try {
      const speeds = await measureBot(database, [CALLS], () => {}, { admins: 1, walks: 2 });
      expect(speeds.map(({ calls, steps }) => [calls, steps.map(({ name }) => name)])).toEqual([
        [CALLS, WALK.map(({ name }) => name)],
      ]);
      for (const { name, answered, drawn } of speeds[0]?.steps ?? []) {
        expect({ name, isMeasured: drawn > 0 && (answered === null || answered > 0) }).toEqual({
          name,
          isMeasured: true,
        });
      }
      const report = reportBot(speeds).join('\n');
      for (const { name } of WALK) expect(report).toContain(`  ${name}, drawn, median`);
    } finally {
      await database.stop();
    }
  },
  TIMEOUT_MS,
);
