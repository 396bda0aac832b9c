import { downloadRecording, type DownloadOptions } from './download.js';
import { readRecordingFile } from './read-file.js';
import type { Recording } from './recording.js';

/** Gets a call's recording from where the call says it is: an http(s) address, or a file name in the folder. */
export type ReadRecording = (location: string) => Promise<Recording>;

export interface RecordingOptions extends DownloadOptions {
  /** The folder that file names are relative to; it need not exist. */
  directory: string;
}

/** `https:`, `file:`, `ftp:`: whatever begins like an address is none of our file names. */
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** A reader of recordings; it never throws, and reads nothing outside its folder and the public internet. */
export const makeRecordingReader =
  ({ directory, ...options }: RecordingOptions): ReadRecording =>
  (location) =>
    HAS_SCHEME.test(location) ? downloadRecording(location, options) : readRecordingFile(directory, location);
