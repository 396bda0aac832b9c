import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { LabelledCall } from '../fit/labelled.js';
import { parsePlainTranscript } from '../text/plain-transcript.js';
import { InputError } from './io.js';

/** One line of a file: a checked value, or what is wrong with it. Line numbers start at 1. */
export type ReadLine<Value> =
  | { readonly line: number; readonly value: Value }
  | { readonly line: number; readonly problem: string };

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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, problem: 'not a JSON object' };
  }
  const parsed = schema.safeParse(normalise(json));
  return parsed.success ? { line, value: parsed.data } : { line, problem: problemOf(parsed.error) };
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
    throw new InputError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/**
 * All labelled calls of some files.
 * @throws InputError naming the file and line that does not fit: figures over half a file would mislead
 */
export const readLabelled = async (paths: readonly string[], stdin: Readable): Promise<LabelledCall[]> => {
  const calls: LabelledCall[] = [];
  for (const path of paths) {
    for await (const read of readJsonl(path, LabelledCall, stdin)) {
      if ('problem' in read) throw new InputError(`${path}:${read.line} ${read.problem}`);
      calls.push(read.value);
    }
  }
  if (calls.length === 0) throw new InputError('there are no labelled calls in the input');
  return calls;
};
