import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';
import { failed, type Failed } from './recording.js';

/** People wait for it: a storage that has not sent everything by then is asked again another time. */
const TIMEOUT_MS = 20_000;
/** Telephony links redirect to a storage once or twice. */
const MAX_REDIRECTS = 3;
const REDIRECT = new Set([301, 302, 303, 307, 308]);

export interface GetOptions {
  /** Hosts of the clinic's own network (a telephony that stands there), lower case; all other private ones are refused. */
  privateHosts: ReadonlySet<string>;
  /** Sent to the first address only: a key never follows a redirect. */
  headers?: Record<string, string>;
  /** How often the answer may point elsewhere. */
  maxRedirects?: number;
}

/** Reads an answer that is no redirect, from the address that gave it. */
type ReadAnswer<T> = (answer: IncomingMessage, from: URL) => Promise<T>;

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

/** The host of an address as `privateHosts` holds it. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

const request = (
  url: URL,
  { privateHosts, headers = {} }: GetOptions,
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
    const options = { signal, headers, agent: false, ...(isTrusted ? {} : { lookup: lookupPublic }) };
    get(url, options, resolve).on('error', reject);
  });

const isHttp = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

const nextAddress = ({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null =>
  REDIRECT.has(statusCode) && headers.location !== undefined && URL.canParse(headers.location, from.href)
    ? new URL(headers.location, from)
    : null;

const follow = async <T>(
  url: URL,
  options: GetOptions,
  signal: AbortSignal,
  read: ReadAnswer<T>,
): Promise<T | Failed> => {
  if (!isHttp(url)) return failed('bad_address');
  const answer = await request(url, options, signal);
  const next = nextAddress(answer, url);
  try {
    if (!next) return await read(answer, url);
  } finally {
    answer.destroy();
  }
  const { privateHosts, maxRedirects = MAX_REDIRECTS } = options;
  if (maxRedirects === 0) return failed('refused');
  return follow(next, { privateHosts, maxRedirects: maxRedirects - 1 }, signal, read);
};

/**
 * Asks an http(s) address, and reads nothing from private ones, also not by way of a name or a redirect.
 * Never throws: what cannot be had is an answer.
 */
export const guardedGet = async <T>(
  address: string,
  options: GetOptions,
  read: ReadAnswer<T>,
): Promise<T | Failed> => {
  if (!URL.canParse(address)) return failed('bad_address');
  try {
    return await follow(new URL(address), options, AbortSignal.timeout(TIMEOUT_MS), read);
  } catch (error) {
    // The address holds the telephony's key: neither it nor the error's text goes anywhere.
    return failed(error instanceof AddressNotAllowed ? 'not_allowed' : 'unreachable');
  }
};
