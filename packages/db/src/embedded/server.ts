import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { DatabaseError } from '../errors.js';
import { findBinaries, type Binaries } from './binaries.js';
import { freePort } from './free-port.js';
import { withFileLock } from './lock.js';
import { asUser, findServerUser, makeServerFolder, type ServerUser } from './server-user.js';

const USER = 'perezvon';
const DATABASE = 'perezvon';
const HOST = '127.0.0.1';
const PASSWORD_BYTES = 24;
/** Crash recovery after a power cut may take a while; a healthy start takes well under a second. */
const START_TIMEOUT_S = 60;
const STOP_TIMEOUT_S = 8;
/** In `postmaster.pid` the port stands on line 4. */
const PORT_LINE = 3;
/** The end of the server's log that an error shows. */
const LOG_TAIL_LINES = 3;

/** Loopback only, room for every service's pools, and no statement (it could hold personal data) in the log. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  log_min_error_statement: 'panic',
  log_min_messages: 'warning',
};

export interface EmbeddedServerOptions {
  /** PEREZVON_HOME, absolute. */
  home: string;
  /** PostgreSQL settings on top of the usual ones. */
  settings?: Readonly<Record<string, string>>;
}

interface Server {
  folder: string;
  user: ServerUser;
  binaries: Binaries;
}

const dataOf = ({ folder }: Server): string => join(folder, 'data');
/** Stands there once initdb has finished: a first start that was cut short begins afresh. */
const markerOf = ({ folder }: Server): string => join(folder, 'initialised');
const logOf = ({ folder }: Server): string => join(folder, 'postgres.log');

/** Runs one of PostgreSQL's programs as the server's user. @returns exit code and output */
const run = (
  server: Server,
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    // Output goes to a pipe only while the program itself runs: a started server must not hold it.
    const child = spawn(program, args, {
      ...asUser(server.user),
      cwd: server.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, output }));
  });

const readPassword = async ({ folder }: Server): Promise<string> =>
  (await readFile(join(folder, 'password'), 'utf8')).trim();

const initialise = async (server: Server): Promise<void> => {
  const passwordFile = join(server.folder, 'password');
  await rm(dataOf(server), { recursive: true, force: true });
  await writeFile(passwordFile, `${randomBytes(PASSWORD_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  if (server.user.kind === 'other') await chown(passwordFile, server.user.uid, server.user.gid);
  const { code, output } = await run(server, server.binaries.initdb, [
    `--pgdata=${dataOf(server)}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]);
  if (code !== 0) throw failed(`initdb ended with ${code}: ${output.trim().split('\n').at(-1) ?? ''}`);
  await writeFile(markerOf(server), '');
};

const failed = (what: string): DatabaseError =>
  new DatabaseError('database.embedded_failed', `The embedded PostgreSQL could not start: ${what}`);

const isRunning = async (server: Server): Promise<boolean> =>
  (await run(server, server.binaries.pgCtl, ['status', '-D', dataOf(server)])).code === 0;

const logTail = async (server: Server): Promise<string> =>
  (await readFile(logOf(server), 'utf8').catch(() => ''))
    .trim()
    .split('\n')
    .slice(-LOG_TAIL_LINES)
    .join(' | ');

const launch = async (server: Server, settings: Readonly<Record<string, string>>): Promise<void> => {
  const flags = Object.entries({ ...SETTINGS, port: String(await freePort()), ...settings }).map(
    ([name, value]) => `-c ${name}='${value}'`,
  );
  const { code } = await run(server, server.binaries.pgCtl, [
    'start',
    '-D',
    dataOf(server),
    '-l',
    logOf(server),
    '-w',
    '-t',
    String(START_TIMEOUT_S),
    '-s',
    '-o',
    flags.join(' '),
  ]);
  if (code !== 0) throw failed(await logTail(server));
};

const urlOf = async (server: Server, database: string): Promise<string> => {
  const lines = (await readFile(join(dataOf(server), 'postmaster.pid'), 'utf8')).split('\n');
  return `postgresql://${USER}:${await readPassword(server)}@${HOST}:${lines[PORT_LINE]?.trim() ?? ''}/${database}`;
};

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const DUPLICATE_DATABASE = '42P04';

const makeDatabase = (maintenanceUrl: string): Promise<void> =>
  withClient(maintenanceUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount !== 0) return;
    try {
      await client.query(`CREATE DATABASE ${DATABASE}`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === DUPLICATE_DATABASE)) throw error;
    }
  });

const othersConnected = (maintenanceUrl: string): Promise<boolean> =>
  withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    return rowCount !== 0;
  });

export interface EmbeddedServer {
  /** Connection string with the generated password: never log it. */
  url: string;
  /** Ends the server, unless another process still uses it: the last one out turns off the light. */
  stop(): Promise<void>;
}

/**
 * Finds the running embedded PostgreSQL of this PEREZVON_HOME, or makes and starts it. It lives in a process of
 * its own: one left behind by a killed supervisor is found and used again.
 * @throws DatabaseError when there is none for this machine or it does not start
 */
export const startEmbeddedServer = async ({
  home,
  settings = {},
}: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  const user = await findServerUser();
  const folder = await makeServerFolder(home, user);
  const server: Server = { folder, user, binaries: await findBinaries(user, folder) };
  await withFileLock(join(folder, 'start.lock'), async () => {
    if (!existsSync(markerOf(server))) await initialise(server);
    if (!(await isRunning(server))) await launch(server, settings);
  });
  const maintenanceUrl = await urlOf(server, 'postgres');
  await makeDatabase(maintenanceUrl);
  return {
    url: await urlOf(server, DATABASE),
    stop: async () => {
      if (!(await isRunning(server)) || (await othersConnected(maintenanceUrl))) return;
      await run(server, server.binaries.pgCtl, [
        'stop',
        '-D',
        dataOf(server),
        '-m',
        'fast',
        '-w',
        '-t',
        String(STOP_TIMEOUT_S),
      ]);
    },
  };
};
