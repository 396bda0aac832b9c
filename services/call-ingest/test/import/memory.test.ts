import { spawn } from 'node:child_process';
import { open, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenRecord } from '../given-calls.js';

const MIB = 1024 * 1024;
const FILE_BYTES = 56 * MIB;
/** The modules alone take 40: no half of the file fits into the rest. */
const HEAP_MIB = 64;
/** About 130 MiB are needed: the file does not fit into the rest, not even outside the heap. */
const MAX_RESIDENT_KIB = 175 * 1024;
const CLI = fileURLToPath(new URL('../../dist/import/index.js', import.meta.url));
// Looked at again and again: the system's own maximum begins with what the parent used when it forked.
const PROGRAM = `import(${JSON.stringify(CLI)}).then(async ({ runImportCli, processIo }) => {
  let most = 0;
  const look = () => { most = Math.max(most, process.memoryUsage.rss()); };
  const timer = setInterval(look, 20);
  process.exitCode = await runImportCli(process.argv.slice(1), processIo());
  look();
  clearInterval(timer);
  process.stderr.write(String(Math.round(most / 1024)));
})`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perezvon-memory-'));
});
afterAll(() => rm(folder, { recursive: true }));

const TEXT = 'здравствуйте хочу записаться к врачу на этой неделе '.repeat(60);
const json = (historyId: number) =>
  JSON.stringify(givenRecord(historyId, { transcript: [{ t: 0, speaker: 'client', text: TEXT }] }));
interface Format {
  head: string;
  record: (id: number) => string;
  tail: string;
}

const FORMATS = {
  'large.jsonl': { head: '', record: (id: number) => `${json(id)}\n`, tail: '' },
  'large.json': { head: '[', record: (id: number) => `${id === 1 ? '' : ','}${json(id)}`, tail: ']' },
  'large.csv': {
    head: 'history_id;call_date;direction;transcript\n',
    record: (id: number) => `${id};24.11.2026 14:05:00;inbound;"Клиент: ${TEXT}"\n`,
    tail: '',
  },
} as const satisfies Record<string, Format>;

/** Writes a file of the wanted size. @returns how many calls it holds */
const writeLargeFile = async (file: string, { head, record, tail }: Format) => {
  const handle = await open(file, 'w');
  await handle.write(head);
  let calls = 0;
  for (let size = 0; size < FILE_BYTES;) {
    let part = '';
    for (let i = 0; i < 100; i += 1) {
      calls += 1;
      part += record(calls);
    }
    size += (await handle.write(part)).bytesWritten;
  }
  await handle.write(tail);
  await handle.close();
  return calls;
};

const runWithSmallHeap = (file: string) =>
  new Promise<{ code: number | null; out: string; residentKib: number }>((resolve, reject) => {
    const child = spawn(process.execPath, [
      `--max-old-space-size=${HEAP_MIB}`,
      '-e',
      PROGRAM,
      '--',
      '--dry-run',
      file,
    ]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, out, residentKib: Number(err) }));
  });

test.each(['large.jsonl', 'large.json', 'large.csv'] as const)(
  '%s, larger than the memory of the command, is read whole',
  async (name) => {
    const file = join(folder, name);
    const calls = await writeLargeFile(file, FORMATS[name]);
    const { code, out, residentKib } = await runWithSmallHeap(file);
    expect({ code, out }).toEqual({
      code: 0,
      out: `${calls} calls can be taken, 0 lines cannot; nothing was stored\n`,
    });
    expect(residentKib).toBeLessThan(MAX_RESIDENT_KIB);
  },
  300_000,
);
