import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { addressLines, type Addresses } from '../../src/start/addresses.js';

const NOW = new Date('2026-11-25T12:00:00Z');
const ADDRESSES: Addresses = {
  chatUrl: 'http://127.0.0.1:8082/',
  ingestPort: 8080,
  opsPort: 8081,
  opsUser: 'ops',
  home: '/srv/clinic/.perezvon',
  isIngestTokenSet: false,
  isOpsPasswordSet: false,
};

const textOf = (changes: Partial<Addresses> = {}, from = '/srv/clinic'): string =>
  addressLines({ ...ADDRESSES, ...changes }, from, NOW).join('\n');

test('everything is named: chat, ingest, board with user and password file, logs', () => {
  const text = textOf();
  expect(text).toContain('http://127.0.0.1:8082/');
  expect(text).toContain('http://127.0.0.1:8080/v1/calls');
  expect(text).toContain('http://127.0.0.1:8081/queues');
  expect(text).toContain('user ops, password in .perezvon/secrets/ops-password');
  expect(text).toContain('.perezvon/logs');
});

test('from another folder the paths are whole', () => {
  expect(textOf({}, '/tmp')).toContain('/srv/clinic/.perezvon/secrets/ops-password');
});

test('a secret that was set by hand is not looked for in a file', () => {
  const text = textOf({ isIngestTokenSet: true, isOpsPasswordSet: true });
  expect(text).toContain('Bearer $INGEST_TOKEN"');
  expect(text).toContain('password in OPS_PASSWORD');
  expect(text).not.toContain('secrets/');
});

test('with a real bot the chat is in Telegram', () => {
  expect(textOf({ chatUrl: null })).toContain('your bot in Telegram');
});

test('the line for a call survives the shell: what is sent is one call of this moment', () => {
  const line = /curl .*/.exec(textOf())?.[0] ?? '';
  const stubs = 'curl() { for last; do :; done; printf %s "$last"; }; cat() { echo T; };';
  const { stdout } = spawnSync('sh', ['-c', `${stubs} ${line}`], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toMatchObject({
    history_id: 900001,
    call_date: NOW.toISOString(),
    direction: 'inbound',
    transcript: expect.stringContaining('\nКлиент: '),
  });
});
