import { readFile } from 'node:fs/promises';
import type { Random } from '../random.js';
import { FRAME_BYTES, framesOf, SAMPLES_PER_FRAME } from './mp3-frames.js';

/** The operators of the demo are women, and its machines have no gender. */
export const VOICES = {
  operator: 205,
  system: 150,
  f: 180,
  m: 110,
} as const satisfies Record<string, number>;
export type Voice = keyof typeof VOICES;

/** Some 216 ms: people speak four or five syllables a second. */
export const FRAMES_PER_SYLLABLE = 6;
export const SAMPLES_PER_SYLLABLE = FRAMES_PER_SYLLABLE * SAMPLES_PER_FRAME;
/** Enough that nobody hears them come again. */
export const SYLLABLES_PER_VOICE = 16;

/** The first is the silence of recordings; the second keeps the voices' beginning out of it. */
export const SILENT_SYLLABLES = 2;
/** In `voices.mp3`. */
export const SYLLABLES = SILENT_SYLLABLES + Object.keys(VOICES).length * SYLLABLES_PER_VOICE;

/**
 * `voices.mp3`: silent syllables, then those of each voice in the order of `VOICES`; `npm run voices` makes it.
 * Its frames stand alone, so that a recording is put together from them without encoding anything.
 */
export const VOICES_FILE = new URL('../../../demo/voices.mp3', import.meta.url);

/** Ready-made MP3 of syllables, each `FRAMES_PER_SYLLABLE` frames. */
export interface VoiceBank {
  silence: Buffer;
  /** Any syllable of this voice. */
  say: (voice: Voice, random: Random) => Buffer;
}

const SYLLABLE_BYTES = FRAMES_PER_SYLLABLE * FRAME_BYTES;

/** @throws Error when the stream is not what `npm run voices` makes */
export const voiceBankOf = (stream: Buffer): VoiceBank => {
  const names = Object.keys(VOICES);
  const expected = SYLLABLES * FRAMES_PER_SYLLABLE;
  const frames = framesOf(stream);
  if (frames.length !== expected)
    throw new Error(`expected ${expected} frames of voices, not ${frames.length}`);
  const syllableAt = (index: number): Buffer =>
    stream.subarray(index * SYLLABLE_BYTES, (index + 1) * SYLLABLE_BYTES);
  return {
    silence: syllableAt(0),
    say: (voice, random) =>
      syllableAt(
        SILENT_SYLLABLES +
          names.indexOf(voice) * SYLLABLES_PER_VOICE +
          random.int(0, SYLLABLES_PER_VOICE - 1),
      ),
  };
};

/** The voices of the demo, from their file. */
export const readVoices = async (): Promise<VoiceBank> => voiceBankOf(await readFile(VOICES_FILE));
