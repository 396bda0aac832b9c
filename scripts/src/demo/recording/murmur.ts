import type { Random } from '../random.js';
import { SAMPLE_RATE } from './mp3-frames.js';

/**
 * Something that sounds like people behind a door. It is synthetic: no voice was ever recorded, no word can be
 * understood.
 */

/** Resonances of a few vowels, Hz, under half the sample rate: what makes a buzz sound like a mouth. */
const VOWELS: readonly (readonly [first: number, second: number])[] = [
  [700, 1220],
  [500, 1750],
  [320, 1900],
  [500, 880],
  [330, 700],
  [430, 1500],
];
const FIRST_BANDWIDTH_HZ = 90;
const SECOND_BANDWIDTH_HZ = 120;
/** Shares of a syllable: silence before it, and what sounds; the rest is silence again. */
const LEAD_SHARE = 1 / 6;
const VOICED_SHARE = 4 / 6;
const VOLUME = 1.2;
const HISS = 0.006;
/** The pitch wanders by this share around the speaker's own. */
const INTONATION = 0.12;

/** One resonance: a two-pole filter with unit gain at its peak. */
const resonator = (frequency: number, bandwidth: number): ((input: number) => number) => {
  const radius = Math.exp((-Math.PI * bandwidth) / SAMPLE_RATE);
  const feedback = 2 * radius * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE);
  const gain =
    (1 - radius) *
    Math.sqrt(1 - 2 * radius * Math.cos((4 * Math.PI * frequency) / SAMPLE_RATE) + radius ** 2);
  let previous = 0;
  let beforeThat = 0;
  return (input) => {
    const output = gain * input + feedback * previous - radius ** 2 * beforeThat;
    beforeThat = previous;
    previous = output;
    return output;
  };
};

/**
 * One syllable over a quiet line. The silence around it is what an MP3 needs to be cut there: each of its frames
 * sounds on into the next one.
 * @param pitchHz of the speaker; null: nobody speaks
 * @param length in samples
 */
export const syllable = (pitchHz: number | null, length: number, random: Random): Float32Array => {
  const samples = Float32Array.from({ length }, () => (random.next() - 0.5) * HISS);
  if (pitchHz === null) return samples;
  const [first, second] = random.pick(VOWELS);
  const low = resonator(first, FIRST_BANDWIDTH_HZ);
  const high = resonator(second, SECOND_BANDWIDTH_HZ);
  const pitch = pitchHz * (1 + INTONATION * (2 * random.next() - 1));
  const lead = Math.round(length * LEAD_SHARE);
  const voiced = Math.round(length * VOICED_SHARE);
  for (let index = 0; index < voiced; index += 1) {
    const buzz = 2 * (((index * pitch) / SAMPLE_RATE) % 1) - 1;
    const loudness = Math.sin((Math.PI * index) / voiced) * VOLUME;
    samples[lead + index] = (samples[lead + index] ?? 0) + (low(buzz) + high(buzz) / 2) * loudness;
  }
  return samples;
};
