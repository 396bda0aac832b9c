import { afterAll, beforeAll, test } from '@jest/globals';
import * as fc from 'fast-check';
import { beginning, everything, type Driven, type Held } from './model/commands.js';
import { CLIENTS, openRealService, type RealService } from './model/real-service.js';

const START = Date.parse('2026-11-24T06:00:00Z');
/** Each takes half a second; more of them were run by hand (`numRuns`). */
const STORIES = 6;
/** Of people, clocks and telephones in one story, at most. */
const STEPS = 80;
const TIMEOUT_MS = 120_000;

let service: RealService;
beforeAll(async () => {
  service = await openRealService();
});
afterAll(() => service.close());

test(
  'whatever people, clocks, telephones and dying processes do, the service does what the small model says',
  async () => {
    const stories = fc.commands(everything, { maxCommands: STEPS, size: 'max' });
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        await service.reset();
        const held: Held = {
          model: {
            now: START,
            clients: CLIENTS,
            works: new Map(),
            reminders: new Set(),
            deaf: new Set(),
            talks: [],
          },
          touched: null,
        };
        const driven: Driven = { service, delivered: [] };
        for (const step of beginning) await step.run(held, driven);
        await fc.asyncModelRun(() => ({ model: held, real: driven }), story);
      }),
      { numRuns: STORIES, endOnFailure: true },
    );
  },
  TIMEOUT_MS,
);
