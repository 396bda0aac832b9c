import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  ConfigError,
  loadConfig,
  Port,
  readEnvironment,
  ServiceEnvironment,
  Switch,
  wholeNumber,
} from '../src/index.js';

const problemOf = (schema: z.ZodType, env: NodeJS.ProcessEnv): string => {
  try {
    loadConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was taken');
};

describe('the environment every service reads', () => {
  test('needs nothing: every variable has a default or may be unset', () => {
    const config = loadConfig(ServiceEnvironment, {});

    expect(config).toMatchObject({ CLINIC_TIMEZONE: 'Europe/Moscow', LOG_LEVEL: 'info' });
    expect(config.DATABASE_URL).toBeUndefined();
    expect(isAbsolute(config.PEREZVON_HOME)).toBe(true);
  });

  test('takes an empty value for an unset one, as compose and .env files write it', () => {
    const config = loadConfig(ServiceEnvironment, { LOG_LEVEL: '', REDIS_URL: ' ', HEALTH_PORT: '' });

    expect(config.LOG_LEVEL).toBe('info');
    expect(config.REDIS_URL).toBeUndefined();
    expect(config.HEALTH_PORT).toBeUndefined();
  });

  test.each([
    ['LOG_LEVEL', 'loud', 'fatal, error, warn, info'],
    ['CLINIC_TIMEZONE', 'Moscow/Europe', 'IANA time zone'],
    ['HEALTH_PORT', '80a', 'port number'],
    ['HEALTH_PORT', '70000', 'port number'],
    ['HEALTH_PORT', '-1', 'port number'],
    ['DATABASE_URL', 'mysql://host/db', 'postgresql://'],
    ['REDIS_URL', 'localhost:6379', 'redis://'],
  ])('refuses %s=%s and says what is expected', (variable, value, expected) => {
    const problem = problemOf(ServiceEnvironment, { [variable]: value });

    expect(problem).toContain(`${variable}: `);
    expect(problem).toContain(expected);
    expect(problem).not.toContain('\n');
  });

  test('never repeats a value: an address may hold a password', () => {
    const problem = problemOf(ServiceEnvironment, { DATABASE_URL: 'mysql://root:hunter2@db/clinic' });

    expect(problem).not.toContain('hunter2');
    expect(problem).not.toContain('root');
  });

  test('names every variable that does not fit, so that one restart mends all', () => {
    const env = { LOG_LEVEL: 'loud', CLINIC_TIMEZONE: 'Mars' };

    expect(() => loadConfig(ServiceEnvironment, env)).toThrow(
      expect.objectContaining({ variables: ['CLINIC_TIMEZONE', 'LOG_LEVEL'] }),
    );
  });
});

describe("a service's own variables", () => {
  const Extended = ServiceEnvironment.extend({
    OPS_PORT: Port.default(8081),
    OPS_BOARD_WRITE: Switch.default(false),
    BATCH: wholeNumber(1, 500).optional(),
    TOKEN: z.string(),
  });

  test('come typed', () => {
    const config = loadConfig(Extended, {
      TOKEN: 'x',
      OPS_PORT: '9000',
      OPS_BOARD_WRITE: 'on',
      BATCH: '500',
    });

    expect(config).toMatchObject({ OPS_PORT: 9000, OPS_BOARD_WRITE: true, BATCH: 500 });
  });

  test('are checked with the shared ones', () => {
    const problem = problemOf(Extended, { OPS_BOARD_WRITE: 'yes', BATCH: '501' });

    expect(problem).toContain('OPS_BOARD_WRITE: expected on or off');
    expect(problem).toContain('BATCH: expected a whole number from 1 to 500');
    expect(problem).toContain('TOKEN: is required and not set');
  });
});

describe('a .env file in the working directory', () => {
  const newDirectory = () => mkdtemp(join(tmpdir(), 'perezvon-env-'));

  test('is read, and what the environment says already wins', async () => {
    const directory = await newDirectory();
    await writeFile(join(directory, '.env'), '# mine\nLOG_LEVEL=debug\nCLINIC_TIMEZONE="Asia/Omsk"\n');

    const config = loadConfig(ServiceEnvironment, readEnvironment(directory, { LOG_LEVEL: 'error' }));

    expect(config).toMatchObject({ LOG_LEVEL: 'error', CLINIC_TIMEZONE: 'Asia/Omsk' });
  });

  test('may be missing', async () => {
    expect(readEnvironment(await newDirectory(), { LOG_LEVEL: 'error' })).toEqual({ LOG_LEVEL: 'error' });
  });
});
