import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { SERVICE_NAMES } from '../src/services.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

const Service = z.looseObject({
  image: z.string(),
  command: z.array(z.string()),
  restart: z.string(),
  container_name: z.string().optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  healthcheck: z.looseObject({ test: z.array(z.string()) }),
});
const text = read('docker-compose.yml');
const compose = z
  .looseObject({ name: z.string().optional(), services: z.record(z.string(), Service) })
  .parse(parse(text, { merge: true }));
const ours = SERVICE_NAMES.map((name) => [name, compose.services[name]] as const);

const hasDockerCompose = spawnSync('docker-compose', ['version']).status === 0;

/** Variables without which compose refuses to start: `${NAME:?…}`. */
const required = [...new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name))];

describe('docker-compose.yml', () => {
  test('has PostgreSQL, Redis and every service, and nothing else', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual(
      ['postgres', 'redis', ...SERVICE_NAMES].toSorted(),
    );
  });

  test.each(ours)(
    '%s runs its own entry of the one image, waits for what it needs, and restarts',
    (name, service) => {
      expect(service?.command).toEqual(['node', `services/${name}/dist/main.js`]);
      expect(service?.image).toBe('perezvon:latest');
      expect(service?.restart).toBe('unless-stopped');
      expect(service?.depends_on).toMatchObject({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      expect(service?.healthcheck.test.join(' ')).toContain(`:${service?.environment['HEALTH_PORT']}/readyz`);
    },
  );

  test('workers can be scaled: no name and no port of the host is theirs', () => {
    const workers = ['lm-scoring', 'assignment', 'audit', 'reporting'].map((name) => compose.services[name]);
    for (const worker of workers) {
      expect(worker?.ports).toEqual([]);
      expect(worker?.container_name).toBeUndefined();
    }
  });

  test('Redis loses nothing: no eviction, everything written down', () => {
    const command = compose.services['redis']?.command.join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
  });

  test('no secret has a default, and database and Redis are not reachable from outside', () => {
    const secrets = [...text.matchAll(/\$\{(\w*(?:PASSWORD|TOKEN|KEY)\w*)([^}]*)\}/g)];
    expect(secrets.length).toBeGreaterThan(0);
    // The language model and the storages of recordings are optional, and so are their keys: empty, never anything else.
    const isOptional = (name: string, rest: string): boolean =>
      /^(?:LM_LLM|RECORDINGS)_/.test(name) && rest === ':-';
    const withDefault = secrets.filter(
      ([, name = '', rest = '']) => !rest.startsWith(':?') && !isOptional(name, rest),
    );
    expect(withDefault.map(([found]) => found)).toEqual([]);
    expect(compose.services['postgres']?.ports).toEqual([]);
    expect(compose.services['redis']?.ports).toEqual([]);
  });

  test('every value that it insists on is named in .env.example, without a value', () => {
    const example = read('.env.example').split('\n');
    expect(required.filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });

  test('has no top-level name, which Debian’s docker-compose refuses', () => {
    expect(compose.name).toBeUndefined();
  });

  (hasDockerCompose ? test : test.skip)(
    'docker-compose takes it once the secrets are set, and not before',
    () => {
      const config = (env: Record<string, string>) =>
        spawnSync('docker-compose', ['config', '-q'], {
          cwd: ROOT,
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], ...env },
        });
      const all = Object.fromEntries(required.map((name) => [name, 'x']));
      expect(config(all)).toMatchObject({ status: 0, stderr: '' });
      expect(config({}).stderr).toContain('set it in .env');
    },
  );
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const stages = dockerfile.split(/^FROM /m).slice(1);

  test('has two stages; what runs is not root and brings no secret along', () => {
    expect(stages).toHaveLength(2);
    expect(stages.at(-1)).toMatch(/^USER node$/m);
    expect(dockerfile).not.toMatch(/^(ARG|ENV) .*(TOKEN|PASSWORD|SECRET|KEY)/m);
  });

  test('installs with the pnpm that package.json pins', () => {
    const { packageManager } = z
      .object({ packageManager: z.string() })
      .parse(JSON.parse(read('package.json')));
    const used = [...dockerfile.matchAll(/pnpm@[\d.]+/g)].map(([version]) => version);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((version) => version !== packageManager)).toEqual([]);
  });

  test('secrets and builds of this machine stay out of the image', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const entry of ['.env', '.env.*', '.perezvon', '.git', '**/node_modules', '**/dist'])
      expect(ignored).toContain(entry);
  });
});
