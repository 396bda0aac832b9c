import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isPublicAddress } from '../../src/recordings/public-address.js';
import { makeRecordingReader } from '../../src/recordings/read-recording.js';
import { MAX_RECORDING_BYTES } from '../../src/recordings/recording.js';
import { YANDEX_DISK_API } from '../../src/recordings/yandex-disk.js';
import { closeStandIns, serve } from '../support/stand-in.js';

let root: string;
let directory: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'perezvon-recordings-'));
  directory = join(root, 'recordings');
  await mkdir(directory);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const trusting = (...hosts: string[]) =>
  makeRecordingReader({
    directory,
    privateHosts: new Set(hosts),
    s3: null,
    yandexDisk: { token: null, apiRoot: YANDEX_DISK_API },
  });

describe('over http', () => {
  test('the bytes, and of the name only its extension: names of telephonies hold the client’s number', async () => {
    const url = await serve((_, response) => response.end('ID3 a recording'));
    const recording = await trusting('127.0.0.1')(`${url}/2026/rec-1.mp3?key=secret`);
    expect(recording).toEqual({
      kind: 'fetched',
      content: Buffer.from('ID3 a recording'),
      extension: 'mp3',
    });
  });

  test('nothing is asked of a private address, written as a number or as a name', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const read = trusting();
    const port = new URL(url).port;
    for (const address of [
      url,
      `http://localhost:${port}/`,
      `http://[::1]:${port}/`,
      `http://2130706433:${port}/`,
    ])
      expect(await read(address)).toEqual({ kind: 'failed', code: 'not_allowed' });
    expect(asked).toEqual([]);
  });

  test('a redirect to a private address is refused as well', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      const { port } = new URL(`http://${request.headers.host}`);
      response.writeHead(302, { location: `http://localhost:${port}/inside` }).end();
    });
    expect(await trusting('127.0.0.1')(`${url}/rec.mp3`)).toEqual({ kind: 'failed', code: 'not_allowed' });
    expect(asked).toEqual(['/rec.mp3']);
  });

  test('a redirect within what is allowed is followed, an endless one is not', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/stored.ogg') response.end('sound');
      else response.writeHead(302, { location: request.url === '/loop' ? '/loop' : '/stored.ogg' }).end();
    });
    expect(await trusting('127.0.0.1')(`${url}/link`)).toMatchObject({
      kind: 'fetched',
      extension: 'ogg',
    });
    expect(await trusting('127.0.0.1')(`${url}/loop`)).toEqual({ kind: 'failed', code: 'refused' });
  });

  test('more than Telegram takes is refused, said beforehand or not', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/said') response.writeHead(200, { 'content-length': MAX_RECORDING_BYTES + 1 });
      const part = Buffer.alloc(1024 * 1024);
      const pour = (): void => {
        while (!response.destroyed && response.write(part));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect(await trusting('127.0.0.1')(`${url}/said`)).toEqual({ kind: 'failed', code: 'too_big' });
    expect(await trusting('127.0.0.1')(`${url}/unsaid`)).toEqual({ kind: 'failed', code: 'too_big' });
  });

  test('what the telephony does not hand out, one in trouble, and one that is away', async () => {
    const url = await serve((request, response) => response.writeHead(Number(request.url?.slice(1))).end());
    for (const [status, code] of Object.entries({
      410: 'refused',
      403: 'refused',
      429: 'unreachable',
      502: 'unreachable',
    }))
      expect(await trusting('127.0.0.1')(`${url}/${status}`)).toEqual({ kind: 'failed', code });
    closeStandIns();
    expect(await trusting('127.0.0.1')(`${url}/rec.mp3`)).toEqual({ kind: 'failed', code: 'unreachable' });
  });

  test.each(['ftp://pbx.example/1.mp3', 'file:///etc/passwd', 'http://', 'javascript:alert(1)'])(
    '%s is no address of a recording',
    async (location) => {
      expect(await trusting()(location)).toEqual({ kind: 'failed', code: 'bad_address' });
    },
  );
});

describe('from the folder', () => {
  test('a file in it, also in a folder of it', async () => {
    await mkdir(join(directory, '2026'));
    await writeFile(join(directory, '2026', 'rec.mp3'), 'sound');
    expect(await trusting()('2026/rec.mp3')).toEqual({
      kind: 'fetched',
      content: Buffer.from('sound'),
      extension: 'mp3',
    });
  });

  test('nothing outside it: not by a path, not by a link', async () => {
    await writeFile(join(root, 'secret.mp3'), 'secret');
    await symlink(join(root, 'secret.mp3'), join(directory, 'link.mp3'));
    await mkdir(join(root, 'recordings-of-others'));
    await writeFile(join(root, 'recordings-of-others', 'a.mp3'), 'secret');
    for (const name of [
      '../secret.mp3',
      join(root, 'secret.mp3'),
      'link.mp3',
      '../recordings-of-others/a.mp3',
      '.',
      '',
    ])
      expect(await trusting()(name)).toEqual({ kind: 'failed', code: 'not_allowed' });
  });

  test('a file that is not there, a folder, and one that is too big', async () => {
    await mkdir(join(directory, 'folder'));
    await writeFile(join(directory, 'big.mp3'), '');
    await truncate(join(directory, 'big.mp3'), MAX_RECORDING_BYTES + 1);
    expect(await trusting()('none.mp3')).toEqual({ kind: 'failed', code: 'refused' });
    expect(await trusting()('folder')).toEqual({ kind: 'failed', code: 'refused' });
    expect(await trusting()('big.mp3')).toEqual({ kind: 'failed', code: 'too_big' });
  });
});

describe('what is public', () => {
  test.each(['8.8.8.8', '95.213.0.1', '2a00:1450:4001:81b::200e'])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'localhost',
    '',
  ])('«%s» is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test('no address that is embedded in IPv6 gets through', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
});
