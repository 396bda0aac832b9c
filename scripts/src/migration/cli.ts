import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MIGRATIONS_FOLDER } from '@perezvon/db';
import { findDrift } from './drift.js';

const HELP = `npm run migration -- NAME      writes prisma/migrations/<time>_NAME from the change in prisma/schema.prisma
npm run migration -- --check   exit 1 and the missing SQL when the schema and the migrations disagree
npm run migration -- --help    this text

NAME is lower-case words joined by "_", such as add_call_source. Read the written SQL before you commit it: add by hand
what Prisma cannot express (partial indexes, triggers, checks).`;

const NAME = /^[a-z][a-z0-9_]{2,60}$/;
const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

export interface CliIo {
  out: (text: string) => void;
  err: (text: string) => void;
  now: () => Date;
}

/** Migration folders sort by time: 20261125180000_init. */
const timestamp = (now: Date): string => now.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);

const check = async ({ out, err }: CliIo): Promise<number> => {
  const drift = await findDrift();
  if (drift === '') {
    out('The migrations make exactly what prisma/schema.prisma says.');
    return EXIT.ok;
  }
  err(
    `prisma/schema.prisma says more than the migrations. Write one with: npm run migration -- NAME\n\n${drift}`,
  );
  return EXIT.failed;
};

const write = async (name: string, { out, now }: CliIo): Promise<number> => {
  const sql = await findDrift();
  if (sql === '') {
    out('Nothing to write: the migrations make exactly what prisma/schema.prisma says.');
    return EXIT.ok;
  }
  const folder = join(MIGRATIONS_FOLDER, `${timestamp(now())}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
  out(`Written: prisma/migrations/${timestamp(now())}_${name}/migration.sql`);
  return EXIT.ok;
};

/** `npm run migration`: writes a migration, or checks for drift. @returns the exit code */
export const runMigrationCli = async (argv: readonly string[], io: CliIo): Promise<number> => {
  const [argument, ...rest] = argv;
  if (argument === '--help' && rest.length === 0) {
    io.out(HELP);
    return EXIT.ok;
  }
  if (argument === '--check' && rest.length === 0) return check(io);
  if (argument !== undefined && NAME.test(argument) && rest.length === 0) return write(argument, io);
  io.err(HELP);
  return EXIT.usage;
};
