/** MPEG-2 layer III: the lowest rate that every player of MP3 knows, ample for a telephone. */
export const SAMPLE_RATE = 16_000;
export const BIT_RATE = 24_000;
/** Of every frame of MPEG-2 layer III. */
export const SAMPLES_PER_FRAME = 576;
export const SECONDS_PER_FRAME = SAMPLES_PER_FRAME / SAMPLE_RATE;
/** ISO 13818-3, 2.4.3.1: 72 × bit rate ÷ sample rate; these two divide evenly, so no frame is padded. */
export const FRAME_BYTES = (72 * BIT_RATE) / SAMPLE_RATE;

/** Eleven bits of synchronisation, MPEG-2, layer III, no checksum. */
const FIRST_BYTES = [0xff, 0xf3];
/** 24 kbit/s, 16 kHz, no padding. */
const THIRD_BYTE = 0x38;
/** Where a frame's sound begins before the frame itself; 0: the frame stands alone. Follows the header of four bytes. */
const MAIN_DATA_BEGIN_AT = 4;

/**
 * Cuts a stream of MP3 into its frames.
 * @throws Error when one is of another rate or borrows from the frame before: such frames could not be put together anew
 */
export const framesOf = (stream: Buffer): Buffer[] => {
  const count = stream.length / FRAME_BYTES;
  const frames = Array.from({ length: Math.ceil(count) }, (_, index) =>
    stream.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
  );
  const wrong = frames.findIndex((frame) => {
    const [first, second, third] = frame;
    const isWhole = frame.length === FRAME_BYTES && frame[MAIN_DATA_BEGIN_AT] === 0;
    return !isWhole || first !== FIRST_BYTES[0] || second !== FIRST_BYTES[1] || third !== THIRD_BYTE;
  });
  if (wrong >= 0) throw new Error(`frame ${wrong} of the MP3 does not stand alone at ${BIT_RATE} bit/s`);
  return frames;
};
