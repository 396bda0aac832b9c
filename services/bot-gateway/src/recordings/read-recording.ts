import { downloadRecording } from './download.js';
import { readRecordingFile } from './read-file.js';
import type { Recording } from './recording.js';
import { fetchFromS3, isS3Location, type S3Settings } from './s3.js';
import { fetchFromYandexDisk, isYandexDiskLocation, type YandexDiskSettings } from './yandex-disk.js';

/**
 * Gets a call's recording from where the call says it is: a file name in the folder, an http(s) address,
 * `s3://bucket/key`, `disk:/path` or a public link of Yandex Disk.
 */
export type ReadRecording = (location: string) => Promise<Recording>;

export interface RecordingOptions {
  /** The folder that file names are relative to; it need not exist. */
  directory: string;
  /** Hosts of the clinic's own network, lower case; all other private ones are refused. */
  privateHosts: ReadonlySet<string>;
  /** null: no storage is configured. */
  s3: S3Settings | null;
  yandexDisk: YandexDiskSettings;
}

/** `https:`, `file:`, `ftp:`: whatever begins like an address is none of our file names. */
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** A reader of recordings; it never throws, and reads nothing outside its folder, its storages and the public internet. */
export const makeRecordingReader =
  ({ directory, s3, yandexDisk, ...options }: RecordingOptions): ReadRecording =>
  (location) => {
    if (isS3Location(location)) return fetchFromS3(location, s3, options);
    if (isYandexDiskLocation(location)) return fetchFromYandexDisk(location, yandexDisk, options);
    return HAS_SCHEME.test(location)
      ? downloadRecording(location, options)
      : readRecordingFile(directory, location);
  };
