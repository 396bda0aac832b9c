import type { IncomingMessage } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';
import { readSound } from './download.js';
import { guardedGet, hostOf } from './guarded-get.js';
import { failed, type Recording } from './recording.js';

/** An S3-compatible storage: Yandex Object Storage, MinIO, Amazon S3 and the like. */
export interface S3Settings {
  /** `https://storage.yandexcloud.net`; its host may be a private one: who set it has named it. */
  endpoint: string;
  region: string;
  /** The only bucket that is read, whatever else the key opens. */
  bucket: string;
  accessKeyId: string;
  /** Never logged. */
  secretAccessKey: string;
}

const LOCATION = /^s3:\/\/([^/]+)\/(.+)$/is;
const FORBIDDEN = 403;

/** Whether a recording is said to lie in an S3 storage: `s3://bucket/key`. */
export const isS3Location = (location: string): boolean => /^s3:/i.test(location);

/** A step up or nowhere: a server or proxy that resolves it would leave the bucket. */
const hasDots = (key: string): boolean => key.split('/').some((part) => part === '.' || part === '..');

/** RFC 3986, as the signature counts it: everything but letters, digits and `-._~` is escaped. */
const escapePart = (part: string): string =>
  encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const sign = async (
  { endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings,
  key: string,
): Promise<{ url: string; headers: Record<string, string> }> => {
  // The bucket in the path, not in the host's name: every storage knows this form, also one without a domain.
  const url = `${endpoint}/${bucket}/${key.split('/').map(escapePart).join('/')}`;
  const signer = new AwsV4Signer({ url, region, accessKeyId, secretAccessKey, service: 's3' });
  const signed = await signer.sign();
  return { url, headers: Object.fromEntries(signed.headers) };
};

const readObject = async (answer: IncomingMessage, from: URL): Promise<Recording> =>
  // Also what a key that may not list answers for a file that is not there.
  answer.statusCode === FORBIDDEN ? failed('not_configured') : readSound(answer, from);

/** Fetches `s3://bucket/key`. Never throws: one that cannot be had is an answer. @param settings null: no storage is configured */
export const fetchFromS3 = async (
  location: string,
  settings: S3Settings | null,
  { privateHosts }: { privateHosts: ReadonlySet<string> },
): Promise<Recording> => {
  const [, bucket, key] = LOCATION.exec(location) ?? [];
  if (bucket === undefined || key === undefined) return failed('bad_address');
  if (settings === null) return failed('not_configured');
  if (bucket !== settings.bucket || hasDots(key)) return failed('not_allowed');

  const { url, headers } = await sign(settings, key);
  const hosts = new Set([...privateHosts, hostOf(new URL(settings.endpoint))]);
  // A signature is for one host: a storage that points elsewhere is configured wrongly.
  return guardedGet(url, { privateHosts: hosts, headers, maxRedirects: 0 }, readObject);
};
