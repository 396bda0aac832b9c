import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CallRecord } from '@perezvon/contracts';

/** The calls that the engine is measured on. */
export interface CallFile {
  readonly path: string;
  /** As it is shown: without the folder. */
  readonly name: string;
  readonly calls: readonly CallRecord[];
}

/** The development set beside the checkout, and the calls that every checkout has; the same distance from `src` and `dist`. */
const DEVELOPMENT_SET = '../../../../shared/labelled-calls/dev.jsonl';
const OWN_CALLS = '../../../packages/lm/test/calls/own.jsonl';

const defaultPath = (): string => {
  const [first, other] = [DEVELOPMENT_SET, OWN_CALLS].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return first !== undefined && existsSync(first) ? first : (other ?? '');
};

export const linesOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

/**
 * @param path a JSONL file of calls, labelled or not; default: the development set, else the repository's own calls
 * @throws Error naming the line that is no call
 */
export const readCalls = (path = defaultPath()): CallFile => {
  const calls = linesOf(path).map((line, index) => {
    const call = CallRecord.safeParse(JSON.parse(line));
    if (!call.success) throw new Error(`${path}:${index + 1} is no call: ${call.error.message}`);
    return call.data;
  });
  if (calls.length === 0) throw new Error(`${path} holds no calls`);
  return { path, name: basename(path), calls };
};
