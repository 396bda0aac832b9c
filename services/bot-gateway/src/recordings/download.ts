import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';
import { audioNameOf, failed, MAX_RECORDING_BYTES, readLimited, type Recording } from './recording.js';

/** People wait for it: a telephony that has not sent everything by then is asked again another time. */
const TIMEOUT_MS = 20_000;
/** Telephony links redirect to a storage once or twice. */
const MAX_REDIRECTS = 3;
const REDIRECT = new Set([301, 302, 303, 307, 308]);

export interface DownloadOptions {
  /** Hosts of the clinic's own network (a telephony that stands there), lower case; all other private ones are refused. */
  privateHosts: ReadonlySet<string>;
}

class AddressNotAllowed extends Error {
  override name = 'AddressNotAllowed';
}

/** Resolves a name and refuses what leads inside. The connection goes to the very address that was checked. */
const lookupPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error) answer(error, '', 0);
    else if (!first || found.some(({ address }) => !isPublicAddress(address)))
      answer(new AddressNotAllowed('the name leads to a private address'), '', 0);
    else if (options.all === true) answer(null, found);
    else answer(null, first.address, first.family);
  });
};

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

const request = (
  url: URL,
  { privateHosts }: DownloadOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const host = hostOf(url);
    const isTrusted = privateHosts.has(host);
    // A literal address is never looked up: it is checked here.
    if (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host)) {
      reject(new AddressNotAllowed('a private address'));
      return;
    }
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    // Without a shared agent: a kept connection would skip the check of its address.
    const options = { signal, agent: false, ...(isTrusted ? {} : { lookup: lookupPublic }) };
    get(url, options, resolve).on('error', reject);
  });

const isHttp = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

const nextAddress = ({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null =>
  REDIRECT.has(statusCode) && headers.location !== undefined && URL.canParse(headers.location, from.href)
    ? new URL(headers.location, from)
    : null;

const readResponse = async (response: IncomingMessage, url: URL): Promise<Recording> => {
  if (response.statusCode !== 200) return failed('refused');
  if (Number(response.headers['content-length'] ?? 0) > MAX_RECORDING_BYTES) return failed('too_big');
  const content = await readLimited(response);
  return content === null
    ? failed('too_big')
    : { kind: 'fetched', content, fileName: audioNameOf(url.pathname) };
};

const follow = async (
  url: URL,
  options: DownloadOptions,
  signal: AbortSignal,
  redirectsLeft: number,
): Promise<Recording> => {
  if (!isHttp(url)) return failed('bad_address');
  const response = await request(url, options, signal);
  const next = nextAddress(response, url);
  try {
    if (!next) return await readResponse(response, url);
  } finally {
    response.destroy();
  }
  return redirectsLeft > 0 ? follow(next, options, signal, redirectsLeft - 1) : failed('refused');
};

/** Fetches a recording over http(s). Never throws: one that cannot be had is an answer. */
export const downloadRecording = async (address: string, options: DownloadOptions): Promise<Recording> => {
  if (!URL.canParse(address)) return failed('bad_address');
  try {
    return await follow(new URL(address), options, AbortSignal.timeout(TIMEOUT_MS), MAX_REDIRECTS);
  } catch (error) {
    // The address holds the telephony's key: neither it nor the error's text goes anywhere.
    return failed(error instanceof AddressNotAllowed ? 'not_allowed' : 'unreachable');
  }
};
