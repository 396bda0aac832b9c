import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { runServiceCli } from '../src/service/cli.js';
import { SERVICE_NAMES } from '../src/services.js';

const SERVICES = fileURLToPath(new URL('../../services', import.meta.url));

const run = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
  const said = { out: '', err: '' };
  const io = {
    out: (line: string) => void (said.out += line),
    err: (line: string) => void (said.err += line),
  };
  return { code: await runServiceCli(argv, io), ...said };
};

test('every service there is can be started', () => {
  expect(SERVICE_NAMES.toSorted()).toEqual(readdirSync(SERVICES).toSorted());
});

test('--help names them all', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const name of SERVICE_NAMES) expect(out).toContain(name);
});

test.each([[[]], [['no-such-service']], [['audit', 'too-much']]])(
  '%j is wrong usage: the names are shown',
  async (argv) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('call-ingest');
  },
);
