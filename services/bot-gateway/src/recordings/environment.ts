import { join, resolve } from 'node:path';
import { address } from '@perezvon/service';
import { z } from 'zod';
import type { RecordingOptions } from './read-recording.js';
import { YANDEX_DISK_API } from './yandex-disk.js';

/** MinIO's, and what storages without regions take. */
const DEFAULT_S3_REGION = 'us-east-1';

/** Comma-separated host names or addresses, without a scheme or a port. */
const HostNames = z
  .string()
  .regex(/^\s*[\w.:-]+(\s*,\s*[\w.:-]+)*\s*$/, 'expected host names such as pbx.local, separated by commas')
  .transform((hosts) => new Set(hosts.split(',').map((host) => host.trim().toLowerCase())));

const Key = z.string().regex(/^[\x21-\x7e]+$/, 'expected a key without spaces');

const isBareAddress = (value: string): boolean => {
  const { pathname, search, hash, username, password } = new URL(value);
  return [pathname.replace(/^\/$/, ''), search, hash, username, password].every((part) => part === '');
};
const Endpoint = address(['https', 'http'])
  .refine(
    (value) => URL.canParse(value) && isBareAddress(value),
    'expected an address such as https://storage.yandexcloud.net, without a bucket or a key in it',
  )
  .transform((value) => value.replace(/\/$/, ''));

/** Where recordings are read from; all optional. */
export const RecordingVariables = {
  /** What a call's recording is relative to when it is a file name; unset: `recordings` in PEREZVON_HOME. */
  RECORDINGS_DIR: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  /** Telephony in the clinic's own network: recordings are fetched from no other private address. */
  RECORDINGS_PRIVATE_HOSTS: HostNames.default(new Set()),
  /** Unset: `s3://bucket/key` is not read. */
  RECORDINGS_S3_ENDPOINT: Endpoint.optional(),
  RECORDINGS_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, 'expected a region such as ru-central1')
    .default(DEFAULT_S3_REGION),
  /** The only bucket that is read. */
  RECORDINGS_S3_BUCKET: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{1,62}$/, 'expected the name of a bucket')
    .optional(),
  RECORDINGS_S3_ACCESS_KEY_ID: Key.optional(),
  RECORDINGS_S3_SECRET_ACCESS_KEY: Key.optional(),
  /** Unset: `disk:/path` is not read; public links are. */
  RECORDINGS_YANDEX_DISK_TOKEN: Key.optional(),
  /** The program that converts what phones do not play, by name or path; `off`: nothing is converted. */
  RECORDINGS_FFMPEG: z.string().default('ffmpeg'),
};
const Variables = z.object(RecordingVariables);
export type RecordingVariables = z.output<typeof Variables>;

const S3_PARTS = [
  'RECORDINGS_S3_ENDPOINT',
  'RECORDINGS_S3_BUCKET',
  'RECORDINGS_S3_ACCESS_KEY_ID',
  'RECORDINGS_S3_SECRET_ACCESS_KEY',
] as const;

/** Half a storage is a mistake and no choice: names what is missing. */
export const checkRecordings = (
  variables: Pick<RecordingVariables, (typeof S3_PARTS)[number]>,
  context: z.core.$RefinementCtx,
): void => {
  const missing = S3_PARTS.filter((name) => variables[name] === undefined);
  if (missing.length === 0 || missing.length === S3_PARTS.length) return;
  for (const name of missing)
    context.addIssue({
      code: 'custom',
      path: [name],
      message: 'is required with the other RECORDINGS_S3_ variables and not set',
      input: undefined,
    });
};

const s3Of = (env: RecordingVariables): RecordingOptions['s3'] => {
  const {
    RECORDINGS_S3_ENDPOINT: endpoint,
    RECORDINGS_S3_BUCKET: bucket,
    RECORDINGS_S3_ACCESS_KEY_ID: accessKeyId,
    RECORDINGS_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  return { endpoint, bucket, accessKeyId, secretAccessKey, region: env.RECORDINGS_S3_REGION };
};

/** Where recordings are read from, as the environment says. @param home PEREZVON_HOME */
export const recordingOptions = (env: RecordingVariables, home: string): RecordingOptions => ({
  directory: env.RECORDINGS_DIR ?? join(home, 'recordings'),
  privateHosts: env.RECORDINGS_PRIVATE_HOSTS,
  s3: s3Of(env),
  yandexDisk: { token: env.RECORDINGS_YANDEX_DISK_TOKEN ?? null, apiRoot: YANDEX_DISK_API },
});
