import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readOrCreateSecret } from '../src/index.js';

const newHome = () => mkdtemp(join(tmpdir(), 'perezvon-secrets-'));
const PERMISSIONS = 0o777;

test('a secret is made once and is the same ever after', async () => {
  const home = await newHome();

  const first = await readOrCreateSecret(home, 'ingest-token', { bytes: 32 });
  const second = await readOrCreateSecret(home, 'ingest-token', { bytes: 32 });

  expect(Buffer.from(first, 'base64url')).toHaveLength(32);
  expect(second).toBe(first);
  expect(await readOrCreateSecret(home, 'ops-password', { bytes: 32 })).not.toBe(first);
});

test('processes that ask at the same moment get the same secret, and no draft is left behind', async () => {
  const home = await newHome();

  const secrets = await Promise.all(
    Array.from({ length: 20 }, () => readOrCreateSecret(home, 'phone-key', { bytes: 32 })),
  );

  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(join(home, 'secrets'))).toEqual(['phone-key']);
});

test('only its owner can read it', async () => {
  const home = await newHome();
  await readOrCreateSecret(home, 'ops-password', { bytes: 16 });

  expect((await stat(join(home, 'secrets', 'ops-password'))).mode & PERMISSIONS).toBe(0o600);
  expect((await stat(join(home, 'secrets'))).mode & PERMISSIONS).toBe(0o700);
});

test('a secret that somebody wrote himself is taken as it is', async () => {
  const home = await newHome();
  await readOrCreateSecret(home, 'other', { bytes: 16 });
  await writeFile(join(home, 'secrets', 'ops-password'), 'my own words\n');

  expect(await readOrCreateSecret(home, 'ops-password', { bytes: 16 })).toBe('my own words');
});

test('an empty file is refused: an empty password would let everybody in', async () => {
  const home = await newHome();
  await readOrCreateSecret(home, 'other', { bytes: 16 });
  await writeFile(join(home, 'secrets', 'ops-password'), '');

  await expect(readOrCreateSecret(home, 'ops-password', { bytes: 16 })).rejects.toThrow('is empty');
});

test('a name cannot lead out of the directory', async () => {
  await expect(readOrCreateSecret(await newHome(), '../token', { bytes: 16 })).rejects.toThrow('not a name');
});
