import { IANAZone } from 'luxon';
import type { Readable, Writable } from 'node:stream';

/** Everything a command may touch besides the files it is told to read and write. */
export interface LmCliIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Messages and progress; progress is drawn only when it is a terminal. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** One subcommand. @returns its exit code */
export type LmCommand = (argv: readonly string[], io: LmCliIo) => Promise<number>;

/** A subcommand with the text of its `--help`: first line how it is called, then what it does. */
export interface LmCommandEntry {
  readonly run: LmCommand;
  readonly help: string;
}
export type LmCommands = ReadonlyMap<string, LmCommandEntry>;

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The input cannot be worked with; the message says which and why. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The reason of something thrown, for a message. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const writeLine = (stream: Writable, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });

const DEFAULT_TIMEZONE = 'Europe/Moscow';

/**
 * The clinic's time zone, as for the services.
 * @throws InputError when there is no such zone
 */
export const timezoneOf = ({ env }: LmCliIo): string => {
  const zone = env['CLINIC_TIMEZONE'] ?? DEFAULT_TIMEZONE;
  if (!IANAZone.isValidZone(zone))
    throw new InputError(
      `CLINIC_TIMEZONE "${zone}" is no time zone; expected a name like ${DEFAULT_TIMEZONE}`,
    );
  return zone;
};
