import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { demoCalls } from '../../src/demo/demo-calls.js';
import { loadDemoTexts } from '../../src/demo/load-texts.js';
import type { DemoCall } from '../../src/demo/make-call.js';
import { framesOf, SECONDS_PER_FRAME } from '../../src/demo/recording/mp3-frames.js';
import { readVoices, voiceBankOf } from '../../src/demo/recording/voices.js';
import { recordingOf, writeRecordings } from '../../src/demo/recording/write-recordings.js';

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

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

test('a recording is an MP3 as long as the talk: every moment of the evidence can be heard', async () => {
  const voices = await readVoices();
  expect(recorded).toHaveLength(4);
  for (const call of recorded) {
    const sound = recordingOf(call, voices);
    // Frames that stand alone, of one rate: what is put together from them plays from any place.
    const seconds = framesOf(sound).length * SECONDS_PER_FRAME;
    expect(Math.abs(seconds - (call.talk_duration ?? 0))).toBeLessThanOrEqual(SECONDS_PER_FRAME);
    expect(sound.equals(recordingOf(call, voices))).toBe(true);
  }
});

/** Loudness (0–1) of a stretch of sound, as a decoder hears it. */
const loudness = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length) / 32_768;

(hasFfmpeg ? test : test.skip)('it is heard who speaks when, and silence before (ffmpeg)', async () => {
  const [first] = recorded;
  if (!first) throw new Error('no recorded call');
  const call: DemoCall = {
    ...first,
    talk_duration: 12,
    transcript: [{ t: 4, speaker: 'client', text: 'Здравствуйте, вы обещали перезвонить.' }],
  };
  const { stdout, stderr } = spawnSync(
    'ffmpeg',
    '-v warning -f mp3 -i pipe:0 -ac 1 -ar 8000 -f s16le pipe:1'.split(' '),
    { input: recordingOf(call, await readVoices()), maxBuffer: 1_000_000 },
  );
  expect(stderr.toString()).toBe('');
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, stdout.length / 2);
  expect(samples.length / 8_000).toBeCloseTo(12, 0);
  expect(loudness(samples.subarray(0, 3.8 * 8_000))).toBeLessThan(0.01);
  expect(loudness(samples.subarray(4.2 * 8_000))).toBeGreaterThan(0.03);
});

test('voices that are cut off, or of another rate, are refused and not played wrongly', async () => {
  const { silence } = await readVoices();
  expect(() => voiceBankOf(silence)).toThrow('frames of voices');
  expect(() => framesOf(silence.subarray(1))).toThrow('does not stand alone');
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
