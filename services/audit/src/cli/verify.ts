import { createDb, DatabaseError, openDatabase } from '@perezvon/db';
import { ConfigError, loadConfig, ServiceEnvironment } from '@perezvon/service';
import { Presets, SingleBar } from 'cli-progress';
import { findHead } from '../store/log.js';
import { readHeadFile } from '../store/head-file.js';
import { verifyLog, type Verification } from '../verify/verify-log.js';
import type { Head } from '../domain/chain.js';

const HELP = `npm run audit -- verify    checks every entry of the audit log, its chain, and the head kept in PEREZVON_HOME
npm run audit -- --help    this text

Reads DATABASE_URL and PEREZVON_HOME as the services do, from the environment or .env.
Exit codes: 0 the log is sound, 1 it is not (the first bad row is named), 2 wrong usage, 3 it could not be checked.`;

const EXIT = { sound: 0, broken: 1, usage: 2, unchecked: 3 } as const;

/** The bar appears only when the check takes longer than this. */
const BAR_AFTER_MS = 2_000;

export interface AuditCliIo {
  out: (text: string) => void;
  err: (text: string) => void;
  /** The environment together with `.env`. */
  env: NodeJS.ProcessEnv;
  /** Where a progress bar may be drawn; null: nowhere. */
  terminal: NodeJS.WriteStream | null;
}

const Environment = ServiceEnvironment.pick({ PEREZVON_HOME: true, DATABASE_URL: true });

const createProgress = (terminal: NodeJS.WriteStream | null, total: bigint) => {
  if (terminal === null) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { stream: terminal, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  const appears = setTimeout(() => bar.start(Number(total), 0), BAR_AFTER_MS);
  return {
    update: (checked: bigint) => bar.update(Number(checked)),
    stop: () => {
      clearTimeout(appears);
      bar.stop();
    },
  };
};

const describeKept = (kept: Head | null): string =>
  kept === null
    ? 'No head is kept in PEREZVON_HOME here: an end that was cut off could not be noticed.'
    : `It holds the head that was kept in PEREZVON_HOME (entry ${kept.seq}).`;

const report = ({ head, broken }: Verification, kept: Head | null, { out, err }: AuditCliIo): number => {
  if (broken) {
    err(`The audit log is NOT sound. First bad row: seq ${broken.seq}: ${broken.problem}.`);
    err(
      `Sound up to seq ${head.seq}. Keep the database and PEREZVON_HOME as they are and find out who changed the log.`,
    );
    return EXIT.broken;
  }
  out(`The audit log is sound: ${head.seq} entries, head ${Buffer.from(head.hash).toString('hex')}.`);
  out(describeKept(kept));
  return EXIT.sound;
};

const verify = async (io: AuditCliIo): Promise<number> => {
  const config = loadConfig(Environment, io.env);
  const kept = await readHeadFile(config.PEREZVON_HOME);
  const database = await openDatabase({ home: config.PEREZVON_HOME, databaseUrl: config.DATABASE_URL });
  const db = createDb({ url: database.url, maxConnections: 1, applicationName: 'perezvon-audit-verify' });
  try {
    const progress = createProgress(io.terminal, (await findHead(db)).seq);
    try {
      return report(await verifyLog(db, { kept, onProgress: progress.update }), kept, io);
    } finally {
      progress.stop();
    }
  } finally {
    await db.$disconnect();
    await database.stop();
  }
};

/** `npm run audit`: checks the log. @returns the exit code */
export const runAuditCli = async (argv: readonly string[], io: AuditCliIo): Promise<number> => {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h') {
    io.out(HELP);
    return EXIT.sound;
  }
  if (command !== 'verify' || rest.length > 0) {
    io.err(HELP);
    return EXIT.usage;
  }
  try {
    return await verify(io);
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof ConfigError)) throw error;
    io.err(error.message);
    return EXIT.unchecked;
  }
};
