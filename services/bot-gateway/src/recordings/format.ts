import type { Fetched } from './recording.js';

/**
 * What a recording is: Telegram plays MP3 and M4A itself. `sound` has to be converted first; `unknown` may be sound
 * without a header, which only its file's name tells; `other` is certainly none (a page, a document, nothing).
 */
export type Format =
  | { kind: 'playable'; extension: 'mp3' | 'm4a' }
  | { kind: 'sound'; extension: string }
  | { kind: 'unknown' }
  | { kind: 'other' };

/** Formats without a header of their own, as telephone exchanges write them. */
const HEADERLESS = ['gsm', 'sln', 'g722', 'alaw', 'al', 'ulaw', 'ul'] as const;
export type Headerless = (typeof HEADERLESS)[number];
export const headerlessOf = (extension: string | null): Headerless | null =>
  HEADERLESS.find((known) => known === extension) ?? null;

const at = (content: Buffer, offset: number, length: number): string =>
  content.toString('latin1', offset, offset + length);

/** The eleven bits that begin a frame, and layer III (ISO 11172-3); AAC has layer 0 in their place. */
const isMp3Frame = (content: Buffer): boolean => {
  const [first = 0, second = 0, third = 0] = content;
  const isSynchronised = first === 0xff && (second & 0xe0) === 0xe0;
  const isLayer3 = (second & 0x06) === 0x02 && (second & 0x18) !== 0x08;
  return isSynchronised && isLayer3 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
};
const isAacFrame = (content: Buffer): boolean => {
  const [first = 0, second = 0] = content;
  return first === 0xff && (second & 0xf6) === 0xf0;
};

const ASF_HEADER = '\x30\x26\xb2\x75\x8e\x66\xcf\x11';
const EBML_HEADER = '\x1a\x45\xdf\xa3';

/** First bytes → the extension of a sound that needs converting. */
const SOUNDS: readonly (readonly [matches: (content: Buffer) => boolean, extension: string])[] = [
  [(content) => at(content, 0, 4) === 'RIFF' && at(content, 8, 4) === 'WAVE', 'wav'],
  [(content) => at(content, 0, 4) === 'OggS', 'ogg'],
  [(content) => at(content, 0, 4) === 'fLaC', 'flac'],
  [(content) => at(content, 0, 5) === '#!AMR', 'amr'],
  [(content) => at(content, 0, 4) === 'FORM' && at(content, 8, 3) === 'AIF', 'aiff'],
  [(content) => at(content, 0, 4) === '.snd', 'au'],
  [(content) => at(content, 0, 8) === ASF_HEADER, 'wma'],
  [(content) => at(content, 0, 4) === EBML_HEADER, 'webm'],
  [(content) => at(content, 4, 4) === 'ftyp', 'mp4'],
  [isAacFrame, 'aac'],
];

/** What storages and telephonies answer instead of a recording: pages, JSON, documents. */
const isSomethingElse = (content: Buffer): boolean =>
  content.length === 0 || /^(?:\xef\xbb\xbf)?\s*[<{[]|^%PDF|^PK/.test(at(content, 0, 64));

/** Tells by the first bytes what a file is: names and content types of telephonies are often wrong. */
export const formatOf = ({ content, extension }: Pick<Fetched, 'content' | 'extension'>): Format => {
  if (at(content, 0, 3) === 'ID3' || isMp3Frame(content)) return { kind: 'playable', extension: 'mp3' };
  if (at(content, 4, 7) === 'ftypM4A') return { kind: 'playable', extension: 'm4a' };
  const sound = SOUNDS.find(([matches]) => matches(content));
  if (sound) return { kind: 'sound', extension: sound[1] };
  // A sound without a header may begin with any bytes.
  const headerless = headerlessOf(extension);
  if (headerless !== null && content.length > 0) return { kind: 'sound', extension: headerless };
  return isSomethingElse(content) ? { kind: 'other' } : { kind: 'unknown' };
};
