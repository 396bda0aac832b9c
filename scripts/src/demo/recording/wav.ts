/**
 * Half a telephone's 8 kHz, one channel, 8 bits a sample: whole calls of a month then take some thirty megabytes,
 * and through a door nobody hears the difference.
 */
export const SAMPLE_RATE = 4_000;

const HEADER_BYTES = 44;
const FORMAT_CHUNK_BYTES = 16;
const PCM = 1;
const CHANNELS = 1;
const BITS = 8;
/** 8-bit WAV has no sign: silence stands in the middle. */
const SILENCE = 128;
const LOUDEST = 127;

/** A WAV file of `samples`, each −1…1; what lies beyond is cut off. */
export const wavFile = (samples: Float32Array): Buffer => {
  const file = Buffer.alloc(HEADER_BYTES + samples.length);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(FORMAT_CHUNK_BYTES, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(CHANNELS, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * CHANNELS, 28);
  file.writeUInt16LE(CHANNELS, 32);
  file.writeUInt16LE(BITS, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(samples.length, 40);
  for (const [index, sample] of samples.entries()) {
    const clipped = Math.max(-1, Math.min(1, sample));
    file[HEADER_BYTES + index] = Math.round(SILENCE + clipped * LOUDEST);
  }
  return file;
};
