import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeUpdateWindow } from '../src/telegram/update-window.js';

const updates = (...ids: number[]) => ids.map((update_id) => ({ update_id }));

test('the offset stops before the oldest update under way', () => {
  const window = makeUpdateWindow();
  expect(window.offset()).toBeUndefined();
  window.take(updates(5, 6, 7));
  window.finish(6);
  window.finish(7);
  expect(window.offset()).toBe(5);
  window.finish(5);
  expect(window.offset()).toBe(8);
});

test('an update that comes again while it is under way, or before it is confirmed, is not taken again', () => {
  const window = makeUpdateWindow();
  window.take(updates(5, 6));
  window.finish(6);
  expect(window.take(updates(5, 6, 7))).toEqual(updates(7));
});

test('ids may start anew at random after a quiet week', () => {
  const window = makeUpdateWindow();
  window.take(updates(900));
  window.finish(900);
  expect(window.take(updates(12))).toEqual(updates(12));
  window.finish(12);
  expect(window.offset()).toBe(13);
});

/** Telegram's side: what is pending, handed out from an offset on. */
test('whatever finishes when, every update is handled once and none is confirmed before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 60 }), (picks) => {
      const window = makeUpdateWindow();
      const handled: number[] = [];
      let underWay: number[] = [];
      let next = 1;
      for (const pick of picks) {
        // Somebody taps; Telegram hands out all that is not confirmed.
        next += pick % 3;
        const offset = window.offset() ?? 1;
        for (const id of underWay) expect(offset).toBeLessThanOrEqual(id);
        const pending = Array.from({ length: Math.max(next - offset, 0) }, (_, index) => offset + index);
        underWay.push(...window.take(updates(...pending)).map(({ update_id: id }) => id));
        const done = underWay[pick % Math.max(underWay.length, 1)];
        if (done === undefined) continue;
        underWay = underWay.filter((id) => id !== done);
        window.finish(done);
        handled.push(done);
      }
      expect(new Set(handled).size).toBe(handled.length);
    }),
  );
});
