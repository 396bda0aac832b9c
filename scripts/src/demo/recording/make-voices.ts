import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { asksForHelp, EXIT, type Command } from '../../cli.js';
import { createRandom } from '../random.js';
import { BIT_RATE, FRAME_BYTES, SAMPLE_RATE, SAMPLES_PER_FRAME } from './mp3-frames.js';
import { syllable } from './murmur.js';
import {
  FRAMES_PER_SYLLABLE,
  SAMPLES_PER_SYLLABLE,
  SILENT_SYLLABLES,
  SYLLABLES,
  SYLLABLES_PER_VOICE,
  voiceBankOf,
  VOICES,
  VOICES_FILE,
} from './voices.js';

const HELP = `npm run voices             makes scripts/demo/voices.mp3 anew, the sound of the demo's recordings; needs ffmpeg
npm run voices -- --help   this text

Only after a change of the voices: the file is in the repository, and npm start needs no ffmpeg.`;

/** Encoder and decoder together are late by this many frames (LAME: 576 + 529 samples): what comes before is nobody's. */
const DELAY_FRAMES = 2;

/** Silence, then every voice's syllables one after the other, as raw samples. */
const allSyllables = (): Buffer => {
  const random = createRandom('voices');
  const spoken = Object.values(VOICES).flatMap((pitch) =>
    Array.from({ length: SYLLABLES_PER_VOICE }, () => pitch),
  );
  const silent = Array.from({ length: SILENT_SYLLABLES }, () => null);
  const pitches = [...silent, ...spoken];
  const flush = new Float32Array(DELAY_FRAMES * SAMPLES_PER_FRAME);
  const parts = [...pitches.map((pitch) => syllable(pitch, SAMPLES_PER_SYLLABLE, random)), flush];
  return Buffer.concat(parts.map(({ buffer: bytes }) => Buffer.from(bytes)));
};

const ENCODE = [
  `-v error -f f32le -ar ${SAMPLE_RATE} -ac 1 -i pipe:0`,
  // Without a reservoir every frame stands alone.
  `-c:a libmp3lame -b:a ${BIT_RATE} -reservoir 0 -write_xing 0 -id3v2_version 0 -f mp3 pipe:1`,
];

const encode = async (samples: Buffer): Promise<Buffer> => {
  const ffmpeg = spawn('ffmpeg', ENCODE.join(' ').split(' '), { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<never>((_, reject) => {
    ffmpeg.on('error', (cause) => reject(new Error('ffmpeg could not be started: install it', { cause })));
  });
  ffmpeg.stdin.end(samples);
  return Promise.race([buffer(ffmpeg.stdout), failed]);
};

/** `npm run voices`. @returns the exit code */
export const runMakeVoices: Command = async (argv, { out, err }) => {
  if (asksForHelp(argv)) {
    out(HELP);
    return EXIT.ok;
  }
  if (argv.length > 0) {
    err(HELP);
    return EXIT.usage;
  }
  const stream = await encode(allSyllables());
  const count = SYLLABLES * FRAMES_PER_SYLLABLE;
  const voices = stream.subarray(DELAY_FRAMES * FRAME_BYTES, (DELAY_FRAMES + count) * FRAME_BYTES);
  voiceBankOf(voices);
  await writeFile(VOICES_FILE, voices);
  out(`Written: scripts/demo/voices.mp3, ${voices.length} bytes.`);
  return EXIT.ok;
};
