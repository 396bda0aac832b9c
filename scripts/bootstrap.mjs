/**
 * Makes a fresh clone runnable: installs with the pinned pnpm when the lockfile changed, generates the Prisma
 * client, builds. No dependencies: it runs before there are any. Takes about a second when nothing changed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(ROOT, 'node_modules', '.perezvon-bootstrap.json');
const OLDEST_NODE = [20, 19];
const TIME_LIMIT_MS = 10 * 60_000;

const fail = (text) => {
  console.error(text);
  process.exit(1);
};

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(ROOT, file))).update('\0');
  return hash.digest('hex');
};

const workspaceManifests = () =>
  ['packages', 'services']
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name, 'package.json')))
    .filter((file) => existsSync(join(ROOT, file)));

const run = (what, command, args, env = {}) => {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return;
  console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim());
  fail(`Perezvon could not ${what}: ${result.error?.message ?? `exit code ${result.status}`}. See the lines above.`);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
  fail(`Perezvon needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const wanted = {
  install: hashOf(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaceManifests()]),
  schema: hashOf(['prisma/schema.prisma']),
};
const done = existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : {};
const remember = () => {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify(done));
};

if (done.install !== wanted.install) {
  console.error('Installing dependencies (once, about 20 seconds)…');
  const pnpm = ['--yes', manifest.packageManager, 'install', '--frozen-lockfile', '--prefer-offline'];
  run('install its dependencies', process.platform === 'win32' ? 'npx.cmd' : 'npx', pnpm, { CI: 'true' });
  done.install = wanted.install;
  remember();
}
if (done.schema !== wanted.schema || !existsSync(join(ROOT, 'packages/db/src/generated/client.ts'))) {
  console.error('Generating the database client…');
  // Generating needs no engine, yet Prisma would download one: point it at something that exists.
  run('generate the Prisma client', process.execPath, [join(ROOT, 'node_modules/prisma/build/index.js'), 'generate', '--schema', 'prisma/schema.prisma'], {
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  done.schema = wanted.schema;
  remember();
}
run('build', process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b']);
