import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { LabelledCall } from '../fit/labelled.js';
import { parsePlainTranscript } from '../text/plain-transcript.js';
import { InputError, messageOf } from './io.js';

/** One line of a file: a checked value, or what is wrong with it. Line numbers start at 1; `bytes` with the line's end. */
export type ReadLine<Value> = { readonly line: number; readonly bytes: number } & (
  | { readonly value: Value }
  | { readonly problem: string }
);

const STDIO = '-';

const open = (path: string, stdin: Readable): Readable =>
  path === STDIO ? stdin : createReadStream(path, 'utf8');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A transcript may come as plain text («Оператор: …» a line); fields that are missing are read as null. */
const normalise = (value: unknown): unknown => {
  if (!isRecord(value)) return value;
  const { transcript } = value;
  return {
    await_sec: null,
    talk_duration: null,
    operator: null,
    upstream: null,
    ...value,
    transcript: typeof transcript === 'string' ? parsePlainTranscript(transcript) : (transcript ?? null),
  };
};

const problemOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`).join('; ');

const parseLine = <Value>(text: string, line: number, schema: z.ZodType<Value>): ReadLine<Value> => {
  const at = { line, bytes: Buffer.byteLength(text) + 1 };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ...at, problem: 'not a JSON object' };
  }
  const parsed = schema.safeParse(normalise(json));
  return parsed.success ? { ...at, value: parsed.data } : { ...at, problem: problemOf(parsed.error) };
};

/**
 * Reads a JSONL file line by line, without holding it in memory; empty lines are skipped.
 * @param path `-` for standard input
 * @throws InputError when the file cannot be read
 */
export async function* readJsonl<Value>(
  path: string,
  schema: z.ZodType<Value>,
  stdin: Readable,
): AsyncGenerator<ReadLine<Value>> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: open(path, stdin), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') yield parseLine(text.replace(/^\ufeff/u, ''), line, schema);
    }
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** Bytes of a file, for progress; null for standard input and whatever else has no size. */
export const sizeOf = async (path: string): Promise<number | null> => {
  if (path === STDIO) return null;
  try {
    const { size } = await stat(path);
    return size === 0 ? null : size;
  } catch {
    // That it cannot be read is said by who reads it.
    return null;
  }
};

/** So many broken lines are enough to see what is wrong with a file. */
const MAX_TOLD = 20;

/**
 * All labelled calls of some files.
 * @throws InputError naming the lines that do not fit: figures over half a file would mislead
 */
export const readLabelled = async (paths: readonly string[], stdin: Readable): Promise<LabelledCall[]> => {
  const calls: LabelledCall[] = [];
  const broken: string[] = [];
  for (const path of paths) {
    for await (const read of readJsonl(path, LabelledCall, stdin)) {
      if ('value' in read) calls.push(read.value);
      else broken.push(`${path}:${read.line} ${read.problem}`);
    }
  }
  if (broken.length > 0)
    throw new InputError(
      [
        ...broken.slice(0, MAX_TOLD),
        `${broken.length} lines are no labelled calls: correct them, figures over the rest would mislead`,
      ].join('\n'),
    );
  if (calls.length === 0) throw new InputError('there are no labelled calls in the input');
  return calls;
};

/** The same, the calls of each file by themselves. */
export const readLabelledGroups = async (
  paths: readonly string[],
  stdin: Readable,
): Promise<LabelledCall[][]> => {
  const groups: LabelledCall[][] = [];
  for (const path of paths) groups.push(await readLabelled([path], stdin));
  return groups;
};
