import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { InputError, messageOf, writeLine } from './io.js';

/** Where a command's lines go. */
export interface LineOutput {
  /** Waits while the receiver is slower than we are. @throws InputError when it takes no more */
  readonly write: (line: string) => Promise<void>;
  /** All lines are written when it resolves. @throws InputError when they could not be */
  readonly close: () => Promise<void>;
}

const STDIO = '-';

const writeTo = async (stream: Writable, text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, 'drain');
};

const openFile = async (path: string): Promise<LineOutput> => {
  const orInputError = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw new InputError(`cannot write ${path}: ${messageOf(error)}`, { cause: error });
    }
  };
  const stream = createWriteStream(path);
  await orInputError(() => once(stream, 'open'));
  // A failing disk is told to whoever writes next, or closes.
  let failure: Error | undefined;
  stream.on('error', (error) => (failure = error));
  const check = (): void => {
    if (failure !== undefined) throw failure;
  };
  return {
    write: (line) =>
      orInputError(async () => {
        check();
        await writeTo(stream, `${line}\n`);
      }),
    close: () =>
      orInputError(async () => {
        check();
        stream.end();
        await once(stream, 'finish');
      }),
  };
};

/**
 * @param path `-` for standard output, which stays open
 * @throws InputError when the file cannot be written
 */
export const openOutput = async (path: string, stdout: Writable): Promise<LineOutput> =>
  path === STDIO ? { write: (line) => writeLine(stdout, line), close: async () => {} } : openFile(path);
