/** Where a command writes to; tests give their own. */
export interface CliIo {
  out: (line: string) => void;
  err: (line: string) => void;
}

/** A command of this project. @returns its exit code */
export type Command = (argv: readonly string[], io: CliIo) => Promise<number>;

export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

export const asksForHelp = (argv: readonly string[]): boolean =>
  argv.includes('--help') || argv.includes('-h');

/** The line of an error that a person reads at the terminal. */
export const lineOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
