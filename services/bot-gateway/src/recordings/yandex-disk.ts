import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { downloadRecording, problemOf } from './download.js';
import { guardedGet } from './guarded-get.js';
import { extensionOf, failed, readLimited, type Failed, type Recording } from './recording.js';

export const YANDEX_DISK_API = 'https://cloud-api.yandex.net';

export interface YandexDiskSettings {
  /** OAuth token of the clinic's Disk; null: only public links are read. Never logged. */
  token: string | null;
  /** `YANDEX_DISK_API`; another one in tests. */
  apiRoot: string;
}

/** A path on the clinic's own Disk, or in the folder that belongs to the token's application. */
const OWN_PATH = /^(?:disk|app):\//i;
const PUBLIC_HOSTS = /^(?:disk\.(?:360\.)?yandex\.(?:ru|com|net|by|kz|uz)|yadi\.sk)$/;
/** A published file or folder, and the way inside the folder. */
const PUBLIC_PATH = /^(\/[di]\/[\w-]+)(\/.+)?$/;

const NO_ACCESS: readonly (number | undefined)[] = [401, 403];
/** The answer is one link. */
const MAX_ANSWER_BYTES = 64 * 1024;
const DownloadLink = z.object({ href: z.url({ protocol: /^https?$/ }) });

/** A path as people see it; what is escaped wrongly stays as it is, and is not found. */
const unescapePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
};

/** A public link as the API wants it; null: the address is none. */
const publicResourceOf = (location: string): { public_key: string; path?: string } | null => {
  if (!URL.canParse(location)) return null;
  const { protocol, host, pathname } = new URL(location);
  const [, root, inside] = PUBLIC_PATH.exec(pathname) ?? [];
  if (protocol !== 'https:' || !PUBLIC_HOSTS.test(host) || root === undefined) return null;
  const path = inside === undefined ? {} : { path: unescapePath(inside) };
  return { public_key: `https://${host}${root}`, ...path };
};

/** Whether a recording is said to lie on Yandex Disk: `disk:/path`, `app:/path`, `https://disk.yandex.ru/d/…`. */
export const isYandexDiskLocation = (location: string): boolean =>
  OWN_PATH.test(location) || publicResourceOf(location) !== null;

const readLink = async (answer: IncomingMessage): Promise<string | Failed> => {
  if (NO_ACCESS.includes(answer.statusCode)) return failed('not_configured');
  const problem = problemOf(answer);
  if (problem) return failed(problem);
  const body = await readLimited(answer, MAX_ANSWER_BYTES);
  const link = DownloadLink.safeParse(JSON.parse(body?.toString('utf8') ?? 'null'));
  return link.success ? link.data.href : failed('unreachable');
};

/** Fetches from Yandex Disk: asks for a link, then follows it. Never throws: one that cannot be had is an answer. */
export const fetchFromYandexDisk = async (
  location: string,
  { token, apiRoot }: YandexDiskSettings,
  { privateHosts }: { privateHosts: ReadonlySet<string> },
): Promise<Recording> => {
  const published = publicResourceOf(location);
  if (published === null && token === null) return failed('not_configured');
  const resource = published === null ? 'resources' : 'public/resources';
  const query = new URLSearchParams(published ?? { path: location });
  const headers = published === null ? { authorization: `OAuth ${token}` } : {};

  const asked = `${apiRoot}/v1/disk/${resource}/download?${query.toString()}`;
  const link = await guardedGet(asked, { privateHosts, headers, maxRedirects: 0 }, readLink);
  // The link carries its own proof: the token goes to the API and nowhere else.
  if (typeof link !== 'string') return link;
  const recording = await downloadRecording(link, { privateHosts });
  const extension = extensionOf(location);
  return recording.kind === 'fetched' && extension !== null ? { ...recording, extension } : recording;
};
