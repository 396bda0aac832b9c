import type { CallRecord, Speaker, Turn } from '@perezvon/contracts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LabelledCall } from '../src/fit/labelled.js';

const SPEAKER: Readonly<Record<string, Speaker>> = { o: 'operator', c: 'client', s: 'system' };
const SECONDS_A_TURN = 5;

/** Turns from lines such as `c: здравствуйте`. */
export const talk = (...lines: readonly string[]): Turn[] =>
  lines.map((line, index) => ({
    t: index * SECONDS_A_TURN,
    speaker: SPEAKER[line.slice(0, 1)] ?? 'system',
    text: line.slice(line.indexOf(':') + 1).trim(),
  }));

export const givenCall = (
  turns: CallRecord['transcript'],
  overrides: Partial<CallRecord> = {},
): CallRecord => ({
  history_id: 1,
  call_date: '2026-02-03T11:20:00+03:00',
  direction: 'inbound',
  await_sec: 12,
  talk_duration: 90,
  operator: 'op-1',
  transcript: turns,
  upstream: null,
  ...overrides,
});

const readCalls = (path: string): LabelledCall[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LabelledCall.parse(JSON.parse(line)));

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Calls invented for these tests. */
export const ownCalls = (): LabelledCall[] => readCalls(pathOf('calls/own.jsonl'));

/** All labelled calls written for this engine, by file: one author each. */
export const labelledFiles = (): Readonly<Record<string, LabelledCall[]>> => {
  const names = readdirSync(pathOf('calls')).filter((name) => name.endsWith('.jsonl'));
  return Object.fromEntries(names.toSorted().map((name) => [name, readCalls(pathOf(`calls/${name}`))]));
};

/** The development set beside the checkout; null where it is not there. */
export const devCalls = (): LabelledCall[] | null => {
  const path = pathOf('../../../../shared/labelled-calls/dev.jsonl');
  return existsSync(path) ? readCalls(path) : null;
};

export const MOSCOW = { timezone: 'Europe/Moscow' } as const;
