import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { demoCalls } from '../../src/demo/demo-calls.js';
import { loadDemoTexts } from '../../src/demo/load-texts.js';
import type { DemoCall } from '../../src/demo/make-call.js';
import { SAMPLE_RATE, wavFile } from '../../src/demo/recording/wav.js';
import { recordingOf, writeRecordings } from '../../src/demo/recording/write-recordings.js';

const HEADER_BYTES = 44;
/** Well over the middle, where silence lies. */
const AUDIBLE = 150;

let recorded: DemoCall[];
let folder: string;
beforeAll(async () => {
  const options = { seed: 'test', zone: 'Europe/Moscow' };
  const calls = demoCalls(
    { now: new Date('2026-11-25T15:00:00Z'), after: null },
    await loadDemoTexts(),
    options,
  );
  const all = calls.filter(({ recording_url }) => recording_url !== null);
  // One that nobody has written down yet must be heard as well.
  recorded = [...all.slice(0, 3), ...all.filter(({ transcript }) => transcript === null).slice(0, 1)];
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perezvon-recordings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a recording is a WAV file as long as the talk: every moment of the evidence can be heard', () => {
  expect(recorded).toHaveLength(4);
  for (const call of recorded) {
    const file = recordingOf(call);
    expect(file.toString('ascii', 0, 4)).toBe('RIFF');
    expect(file.toString('ascii', 8, 12)).toBe('WAVE');
    expect(file.readUInt32LE(24)).toBe(SAMPLE_RATE);
    const seconds = (file.length - HEADER_BYTES) / SAMPLE_RATE;
    expect(seconds).toBe(call.talk_duration);
  }
});

test('it can be heard, and it is the same each time', () => {
  for (const call of recorded) {
    const file = recordingOf(call);
    expect(file.equals(recordingOf(call))).toBe(true);
    const samples = file.subarray(HEADER_BYTES);
    expect(samples.some((sample) => sample > AUDIBLE)).toBe(true);
  }
});

test('silence lies in the middle of what 8 bits can say, and louder than loud is cut off', () => {
  const samples = wavFile(Float32Array.of(0, 5, -5)).subarray(HEADER_BYTES);
  expect([...samples]).toEqual([128, 255, 1]);
});

test('recordings are written once; a second start leaves them as they are', async () => {
  expect(await writeRecordings(folder, recorded)).toBe(recorded.length);
  const [name = ''] = await readdir(folder);
  const before = {
    content: await readFile(join(folder, name)),
    changed: (await stat(join(folder, name))).mtimeMs,
  };
  expect(await writeRecordings(folder, recorded)).toBe(0);
  expect((await stat(join(folder, name))).mtimeMs).toBe(before.changed);
  expect(new Set(await readdir(folder))).toEqual(new Set(recorded.map(({ recording_url }) => recording_url)));
});
