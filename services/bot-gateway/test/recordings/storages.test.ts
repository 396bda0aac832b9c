import { createHash, createHmac, type BinaryLike } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { makeRecordingReader, type RecordingOptions } from '../../src/recordings/read-recording.js';
import { MAX_RECORDING_BYTES } from '../../src/recordings/recording.js';
import { serve } from '../support/stand-in.js';

const SOUND = Buffer.from('ID3 a recording');
const LOOPBACK = new Set(['127.0.0.1']);

const failure = (code: string) => ({ kind: 'failed', code });

describe('S3', () => {
  const KEYS = { accessKeyId: 'made-up-id', secretAccessKey: 'made-up-secret' };
  const REGION = 'ru-central1';

  const hmac = (key: BinaryLike, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

  /** What a storage computes of a request (Signature Version 4), to compare with what the request says. */
  const expectedSignature = ({ method, url = '', headers }: IncomingMessage): string => {
    const date = String(headers['x-amz-date']);
    const [, signedHeaders = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
    const canonicalHeaders = signedHeaders.split(';').map((name) => `${name}:${String(headers[name])}\n`);
    const payload = String(headers['x-amz-content-sha256']);
    const canonical = [method, url, '', canonicalHeaders.join(''), signedHeaders, payload].join('\n');
    const scope = `${date.slice(0, 8)}/${REGION}/s3/aws4_request`;
    const day = hmac(`AWS4${KEYS.secretAccessKey}`, date.slice(0, 8));
    const key = hmac(hmac(hmac(day, REGION), 's3'), 'aws4_request');
    return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  };

  /** A storage with these objects by path; it lets in only who signs with its key. */
  const startStorage = async (objects: Record<string, RequestListener>) => {
    const asked: string[] = [];
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      asked.push(request.url ?? '');
      const [, signature] = /Signature=(\w+)$/.exec(request.headers.authorization ?? '') ?? [];
      const object = objects[decodeURIComponent(request.url ?? '')];
      if (signature !== expectedSignature(request)) response.writeHead(403).end();
      else if (object) object(request, response);
      else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    };
    return { asked, endpoint: await serve(answer) };
  };

  const readerOf = (endpoint: string, overrides: Partial<RecordingOptions['s3']> = {}) =>
    makeRecordingReader({
      directory: '/nowhere',
      privateHosts: new Set(),
      s3: { endpoint, region: REGION, bucket: 'clinic-calls', ...KEYS, ...overrides },
      yandexDisk: { token: null, apiRoot: 'https://disk.invalid' },
    });

  test('an object is fetched with a signature, whatever its name is made of', async () => {
    const names = ['2026/11/24/rec-1.wav', "запись 1 (копия)+&=~!*'.wav", 'a%2Fb.wav', 'a//b.wav'];
    const { endpoint } = await startStorage(
      Object.fromEntries(
        names.map((name) => [`/clinic-calls/${name}`, (_, response) => response.end(SOUND)]),
      ),
    );
    for (const name of names)
      expect(await readerOf(endpoint)(`s3://clinic-calls/${name}`)).toEqual({
        kind: 'fetched',
        content: SOUND,
        extension: 'wav',
      });
  });

  test('the endpoint may stand in the clinic’s network; what it redirects to is not asked', async () => {
    const inside: string[] = [];
    const elsewhere = await serve((request, response) => {
      inside.push(request.url ?? '');
      response.end(SOUND);
    });
    const { endpoint } = await startStorage({
      '/clinic-calls/moved.mp3': (_, response) => response.writeHead(307, { location: elsewhere }).end(),
    });
    expect(await readerOf(endpoint)('s3://clinic-calls/moved.mp3')).toEqual(failure('refused'));
    expect(inside).toEqual([]);
    // Named as a storage is not named as a telephony: a link to the same host is still refused.
    expect(await readerOf(endpoint)(`${endpoint}/clinic-calls/moved.mp3`)).toEqual(failure('not_allowed'));
  });

  test('no other bucket is read, and nothing by way of «..»', async () => {
    const { asked, endpoint } = await startStorage({});
    for (const location of [
      's3://of-others/1.mp3',
      's3://clinic-calls/../of-others/1.mp3',
      's3://clinic-calls/a/../../of-others/1.mp3',
      's3://clinic-calls/./1.mp3',
    ])
      expect(await readerOf(endpoint)(location)).toEqual(failure('not_allowed'));
    expect(await readerOf(endpoint)('s3://clinic-calls/')).toEqual(failure('bad_address'));
    expect(asked).toEqual([]);
  });

  test('a missing object, a wrong key, no storage, and too much', async () => {
    const { endpoint } = await startStorage({
      '/clinic-calls/big.wav': (_, response) =>
        response.writeHead(200, { 'content-length': MAX_RECORDING_BYTES + 1 }).end(),
    });
    expect(await readerOf(endpoint)('s3://clinic-calls/none.mp3')).toEqual(failure('refused'));
    expect(await readerOf(endpoint)('s3://clinic-calls/big.wav')).toEqual(failure('too_big'));
    const wrong = readerOf(endpoint, { secretAccessKey: 'another' });
    expect(await wrong('s3://clinic-calls/none.mp3')).toEqual(failure('not_configured'));
    const none = makeRecordingReader({
      directory: '/nowhere',
      privateHosts: LOOPBACK,
      s3: null,
      yandexDisk: { token: null, apiRoot: endpoint },
    });
    expect(await none('s3://clinic-calls/none.mp3')).toEqual(failure('not_configured'));
  });
});

describe('Yandex Disk', () => {
  const TOKEN = 'made-up-token';

  interface Asked {
    path: string;
    query: Record<string, string>;
    authorization: string | undefined;
  }

  /** The Disk's API and the server it sends people to, at one address; `links` by what the query asks for. */
  const startDisk = async (links: Record<string, (root: string) => string>) => {
    const asked: Asked[] = [];
    const apiRoot: string = await serve((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', apiRoot);
      const query = Object.fromEntries(searchParams);
      asked.push({ path: pathname, query, authorization: request.headers.authorization });
      const link = links[[query['public_key'], query['path']].filter(Boolean).join(' ')];
      if (pathname.startsWith('/files/')) response.end(SOUND);
      else if (pathname.startsWith('/inside'))
        response.writeHead(302, { location: 'http://localhost:1/' }).end();
      else if (request.headers.authorization === 'OAuth wrong') response.writeHead(401).end('{}');
      else if (link) response.end(JSON.stringify({ href: link(apiRoot), method: 'GET', templated: false }));
      else response.writeHead(404).end('{"error":"DiskNotFoundError"}');
    });
    return { asked, apiRoot };
  };

  const readerOf = (apiRoot: string, token: string | null = TOKEN) =>
    makeRecordingReader({
      directory: '/nowhere',
      privateHosts: LOOPBACK,
      s3: null,
      yandexDisk: { token, apiRoot },
    });

  test('a file of the clinic’s own Disk; the token is shown to the API and to nobody else', async () => {
    const { asked, apiRoot } = await startDisk({ 'disk:/Звонки/1 & 2.gsm': (root) => `${root}/files/abc` });
    expect(await readerOf(apiRoot)('disk:/Звонки/1 & 2.gsm')).toEqual({
      kind: 'fetched',
      content: SOUND,
      extension: 'gsm',
    });
    expect(asked).toEqual([
      {
        path: '/v1/disk/resources/download',
        query: { path: 'disk:/Звонки/1 & 2.gsm' },
        authorization: `OAuth ${TOKEN}`,
      },
      { path: '/files/abc', query: {}, authorization: undefined },
    ]);
  });

  test('a public link needs no token, and a file of a public folder neither', async () => {
    const { asked, apiRoot } = await startDisk({
      'https://disk.yandex.ru/d/AbC-1_x': (root) => `${root}/files/one`,
      'https://yadi.sk/d/folder /11/запись 1.mp3': (root) => `${root}/files/two`,
    });
    const read = readerOf(apiRoot, null);
    expect(await read('https://disk.yandex.ru/d/AbC-1_x')).toMatchObject({ content: SOUND });
    expect(await read('https://yadi.sk/d/folder/11/запись%201.mp3')).toMatchObject({ content: SOUND });
    expect(asked.map(({ authorization }) => authorization)).toEqual(Array(4).fill(undefined));
    expect(asked[0]?.path).toBe('/v1/disk/public/resources/download');
  });

  test('a link of the Disk that leads inside is refused, also by way of a redirect', async () => {
    const { apiRoot } = await startDisk({
      'disk:/a.mp3': () => 'http://10.0.0.1/a.mp3',
      'disk:/b.mp3': (root) => `${root}/inside`,
      'disk:/c.mp3': () => 'file:///etc/passwd',
    });
    expect(await readerOf(apiRoot)('disk:/a.mp3')).toEqual(failure('not_allowed'));
    expect(await readerOf(apiRoot)('disk:/b.mp3')).toEqual(failure('not_allowed'));
    expect(await readerOf(apiRoot)('disk:/c.mp3')).toEqual(failure('unreachable'));
  });

  test('a missing file, a token that is not there or not accepted', async () => {
    const { asked, apiRoot } = await startDisk({});
    expect(await readerOf(apiRoot)('disk:/none.mp3')).toEqual(failure('refused'));
    expect(await readerOf(apiRoot, 'wrong')('disk:/none.mp3')).toEqual(failure('not_configured'));
    expect(asked).toHaveLength(2);
    expect(await readerOf(apiRoot, null)('app:/none.mp3')).toEqual(failure('not_configured'));
    expect(asked).toHaveLength(2);
  });
});
