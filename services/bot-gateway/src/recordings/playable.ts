import type { Convert } from './ffmpeg.js';
import { formatOf } from './format.js';
import { failed, type Failed, type Fetched } from './recording.js';

/** A recording as it goes to Telegram: `audio` is played in the chat, `document` is a file that another program opens. */
export interface Ready {
  kind: 'audio' | 'document';
  content: Buffer;
  extension: string;
}

/**
 * Makes of a recording what Telegram plays, MP3 or M4A.
 * @param convert null: there is no ffmpeg; a sound of another format goes as a file then
 */
export const makePlayable = async (recording: Fetched, convert: Convert | null): Promise<Ready | Failed> => {
  const { content } = recording;
  const format = formatOf(recording);
  if (format.kind === 'playable') return { kind: 'audio', content, extension: format.extension };
  if (format.kind === 'other') return failed('unplayable');
  if (convert === null)
    return format.kind === 'sound'
      ? { kind: 'document', content, extension: format.extension }
      : failed('unplayable');
  const made = await convert({ content, extension: format.kind === 'sound' ? format.extension : null });
  return made.kind === 'failed' ? made : { kind: 'audio', content: made.content, extension: 'mp3' };
};
