import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const COMMAND_TIMEOUT_MS = 60_000;

const read = (document: string): string => readFileSync(join(ROOT, document), 'utf8');

/** Lines of ```sh blocks, and `npm …` in running text. */
const commandsOf = (document: string): string[] => {
  const text = read(document);
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gsu)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.matchAll(/`(npm (?:run|start|test)[^`]*)`/gu)].map(([, command = '']) => command);
  return [...blocks, ...inline]
    .map((line) => line.replace(/\s+#.*$/u, '').trim())
    .filter((line) => line !== '');
};

const scripts: unknown = JSON.parse(read('package.json'));
const scriptNames = (): string[] =>
  typeof scripts === 'object' && scripts !== null && 'scripts' in scripts
    ? Object.keys(scripts.scripts ?? {})
    : [];

const scriptOf = (command: string): string | undefined =>
  /^npm run ([a-z]+)/u.exec(command)?.[1] ?? /^npm (start|test)\b/u.exec(command)?.[1];

test.each(DOCUMENTS)('every npm command in %s exists', (document) => {
  const named = commandsOf(document).flatMap((command) => scriptOf(command) ?? []);
  expect(named.filter((name) => !scriptNames().includes(name))).toEqual([]);
});

test.each(DOCUMENTS)('every link of %s leads to a file', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/gu)].map(
    ([, link = '']) => link,
  );
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
});

test.each(DOCUMENTS)('every path of the project named in %s exists', (document) => {
  const paths = [
    ...read(document).matchAll(
      /`((?:packages|services|prisma|scripts|tests|docs|deploy|benchmarks)\/[\w./-]*)`/gu,
    ),
  ]
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('*'));
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

describe('the commands answer', () => {
  const withHelp = ['import', 'lm', 'audit', 'bench', 'service', 'migration', 'start'];
  test.each(withHelp)('npm run %s -- --help explains itself', (name) => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/run.mjs', name, '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: COMMAND_TIMEOUT_MS,
    });
    expect(status).toBe(0);
    expect(stdout).toContain(`npm ${name === 'start' ? 'start' : `run ${name}`}`);
  });

  test('a command nobody knows is refused with the ones that exist', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'imprt'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('import');
  });
});
