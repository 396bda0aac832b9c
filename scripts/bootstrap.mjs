/**
 * Makes a fresh clone runnable: installs with the pinned pnpm when a manifest changed, generates the Prisma client,
 * builds. No dependencies: it runs before there are any. Takes about a second when nothing changed, and writes
 * nothing then. Two at once wait for each other.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(ROOT, 'node_modules', '.perezvon-bootstrap.json');
const OLDEST_NODE = [20, 19];
const STEP_LIMIT_MS = 10 * 60_000;
/** The longest that another bootstrap may take before this one gives up on it. */
const LOCK_LIMIT_MS = 15 * 60_000;
const LOCK_POLL_MS = 200;
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** What a failed step's output means, in the order in which they are looked for. */
const REMEDIES = [
  [
    /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_PNPM_META_FETCH_FAIL|ERR_PNPM_NO_OFFLINE/,
    'the npm registry does not answer: check the network, or the registry that npm is set to',
  ],
  [/ENOSPC/, 'the disk is full'],
  [
    /EACCES|EPERM/,
    `user ${userInfo().username} may not write here: check who owns this folder and its node_modules`,
  ],
  [/EROFS/, 'this folder is read-only: run `npm run build` where it can be written'],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    'pnpm-lock.yaml does not fit the package.json files: run pnpm install and commit the lockfile',
  ],
];

const fail = (text) => {
  console.error(text);
  process.exit(1);
};

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    fail(`Perezvon needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);
};

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
};

const manifests = () =>
  ['packages', 'services']
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)))
    .concat('benchmarks', 'tests', 'scripts')
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(join(ROOT, file)));

const isWritable = (folder) => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** npm and pnpm keep caches below the home folder; a service user may have none that it can write to. */
const homeVariables = () =>
  isWritable(homedir())
    ? {}
    : { HOME: join(tmpdir(), `perezvon-home-${userInfo().uid}`), XDG_DATA_HOME: '', XDG_CACHE_HOME: '' };

const run = (what, command, args, { env = {}, live = false } = {}) => {
  const output = live ? 'inherit' : 'pipe';
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    // Standard output belongs to the command that follows.
    stdio: ['ignore', live ? 2 : output, output],
    timeout: STEP_LIMIT_MS,
    maxBuffer: OUTPUT_LIMIT_BYTES,
  });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
  if (said !== '') console.error(said);
  const why =
    result.error?.message ?? (result.signal ? `ended by ${result.signal}` : `exit code ${result.status}`);
  const remedy = REMEDIES.find(([sign]) => sign.test(`${said} ${why}`))?.[1] ?? 'see the lines above';
  fail(`Perezvon could not ${what} (${why}): ${remedy}.`);
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Beside the folder, not in it: an install may empty node_modules, and a finished clone may be read-only. */
const LOCK = join(
  tmpdir(),
  `perezvon-bootstrap-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}.lock`,
);

const holderOfLock = () => {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    // It has just been given back.
    return 0;
  }
};

/** @returns whether the lock is ours now; null where no lock can be kept at all */
const tryLock = () => {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    return error.code === 'EEXIST' ? false : null;
  }
};

const takeLock = () => {
  const giveUpAt = Date.now() + LOCK_LIMIT_MS;
  let told = false;
  for (let locked = tryLock(); locked === false; locked = tryLock()) {
    const holder = holderOfLock();
    // Our own id there is a dead process's: in containers ids come back.
    if (holder === process.pid || (holder > 0 && !isAlive(holder))) rmSync(LOCK, { force: true });
    else {
      if (!told) console.error('Another npm command is building Perezvon; waiting for it…');
      told = true;
      if (Date.now() > giveUpAt)
        fail(`Process ${holder} has been building for too long: end it, or delete ${LOCK}.`);
      sleep(LOCK_POLL_MS);
    }
  }
  process.on('exit', () => {
    if (holderOfLock() === process.pid) rmSync(LOCK, { force: true });
  });
};

const readStamp = () => {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    // None yet, or cut off: everything is done anew.
    return {};
  }
};

const remember = (done) => {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify(done));
};

const install = () => {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  console.error('Installing dependencies (once, about 20 seconds)…');
  const home = homeVariables();
  if (home.HOME) mkdirSync(home.HOME, { recursive: true });
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const pnpm = [
    '--yes',
    '--prefer-offline',
    packageManager,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
  ];
  // CI: pnpm asks nothing, also when it has to make node_modules anew.
  run('install its dependencies', npx, pnpm, {
    env: { ...home, CI: 'true' },
    live: process.stderr.isTTY,
  });
};

const generate = () => {
  console.error('Generating the database client…');
  const prisma = join(ROOT, 'node_modules/prisma/build/index.js');
  run(
    'generate the Prisma client',
    process.execPath,
    [prisma, 'generate', '--schema', 'prisma/schema.prisma'],
    {
      env: {
        ...homeVariables(),
        // Generating needs no engine, yet Prisma would download one: point it at something that exists.
        PRISMA_SCHEMA_ENGINE_BINARY: existsSync('/bin/true') ? '/bin/true' : '/usr/bin/true',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
};

checkNode();
takeLock();
const done = readStamp();
const installed = hashOf(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]);
if (done.install !== installed) {
  install();
  remember(Object.assign(done, { install: installed }));
}
const schema = hashOf(['prisma/schema.prisma']);
if (done.schema !== schema || !existsSync(join(ROOT, 'packages/db/src/generated/client.ts'))) {
  generate();
  remember(Object.assign(done, { schema }));
}
run('build', process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b']);
