const SAMPLES_PER_S = 8_000;
const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;

/** A WAV file of silence, 8 kHz, mono, 16 bit. */
export const silence = (seconds: number): Buffer => {
  const size = seconds * SAMPLES_PER_S * BYTES_PER_SAMPLE;
  const wav = Buffer.alloc(HEADER_BYTES + size);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(HEADER_BYTES - 8 + size, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLES_PER_S, 24);
  wav.writeUInt32LE(SAMPLES_PER_S * BYTES_PER_SAMPLE, 28);
  wav.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  wav.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(size, 40);
  return wav;
};
