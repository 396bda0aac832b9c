import type { Random } from '../random.js';
import { SAMPLE_RATE } from './wav.js';

/**
 * Something that sounds like two people behind a door. It is synthetic: no voice was ever recorded, no word can
 * be understood; it only follows who speaks when.
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
const SYLLABLES_PER_SECOND = 4.5;
/** Share of a syllable that sounds; the rest is the consonant nobody hears through a door. */
const VOICED_SHARE = 0.75;
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

/** Adds one syllable of `pitch` Hz to `samples` from `start` on. */
const addSyllable = (
  samples: Float32Array,
  start: number,
  length: number,
  pitch: number,
  random: Random,
): void => {
  const [first, second] = random.pick(VOWELS);
  const low = resonator(first, FIRST_BANDWIDTH_HZ);
  const high = resonator(second, SECOND_BANDWIDTH_HZ);
  const end = Math.min(start + length, samples.length);
  for (let index = start; index < end; index += 1) {
    const position = (index - start) / length;
    const phase = ((index - start) * pitch) / SAMPLE_RATE;
    const buzz = 2 * (phase % 1) - 1;
    const loudness = Math.sin(Math.PI * position) * VOLUME;
    samples[index] = (samples[index] ?? 0) + (low(buzz) + high(buzz) / 2) * loudness;
  }
};

/** One stretch of speech: seconds from the start of the recording, pitch in Hz. */
export interface Utterance {
  fromS: number;
  toS: number;
  pitchHz: number;
}

/** The sound of these utterances over a quiet line, `seconds` long. */
export const murmur = (utterances: readonly Utterance[], seconds: number, random: Random): Float32Array => {
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  for (let index = 0; index < samples.length; index += 1) samples[index] = (random.next() - 0.5) * HISS;
  for (const { fromS, toS, pitchHz } of utterances) {
    const step = 1 / SYLLABLES_PER_SECOND;
    for (let at = fromS; at + step <= Math.min(toS, seconds); at += step) {
      const pitch = pitchHz * (1 + INTONATION * (2 * random.next() - 1));
      addSyllable(
        samples,
        Math.round(at * SAMPLE_RATE),
        Math.round(step * VOICED_SHARE * SAMPLE_RATE),
        pitch,
        random,
      );
    }
  }
  return samples;
};
