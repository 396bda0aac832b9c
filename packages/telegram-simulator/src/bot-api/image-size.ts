/** A picture's type and size in pixels, read from its first bytes. */
export interface ImageSize {
  mimeType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;
const PNG_HEADER_LENGTH = 24;
const JPEG_START = 0xffd8;
const JPEG_MARKER = 0xff;
/** Start-of-frame markers hold the size; C4, C8 and CC in the same range are tables. */
const isStartOfFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (bytes: Buffer): ImageSize | null => {
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes.readUInt8(at) !== JPEG_MARKER) return null;
    if (isStartOfFrame(bytes.readUInt8(at + 1))) {
      return {
        mimeType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};

/** @returns null for anything but a PNG or JPEG with a size */
export const imageSize = (bytes: Buffer): ImageSize | null => {
  if (bytes.length >= PNG_HEADER_LENGTH && bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) {
    const size: ImageSize = {
      mimeType: 'image/png',
      width: bytes.readUInt32BE(PNG_WIDTH_AT),
      height: bytes.readUInt32BE(PNG_HEIGHT_AT),
    };
    return size.width > 0 && size.height > 0 ? size : null;
  }
  const isJpeg = bytes.length > 2 && bytes.readUInt16BE(0) === JPEG_START;
  const size = isJpeg ? jpegSize(bytes) : null;
  return size && size.width > 0 && size.height > 0 ? size : null;
};
