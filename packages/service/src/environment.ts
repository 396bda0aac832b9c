import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const MAX_PORT = 65_535;
const WHOLE_NUMBER = /^\d+$/;

/** A TCP port; 0 lets the system choose a free one (tests). */
export const Port = z
  .string()
  .regex(WHOLE_NUMBER, 'expected a port number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= MAX_PORT, 'expected a port number from 0 to 65535');

/** A whole number from `min` to `max`, both included. */
export const wholeNumber = (min: number, max: number) => {
  const expected = `expected a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(WHOLE_NUMBER, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
};

/** A switch: `on` is true, `off` is false. */
export const Switch = z.enum(['on', 'off'], 'expected on or off').transform((value) => value === 'on');

/** An address whose scheme is one of `schemes`. The text of a refusal never repeats it: it may hold a password. */
export const address = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)),
      `expected an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    );

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** An IANA time zone such as `Europe/Moscow`. */
export const TimeZone = z.string().refine(isTimeZone, 'expected an IANA time zone such as Europe/Moscow');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every service reads; each extends it with its own variables. */
export const ServiceEnvironment = z.object({
  /** Embedded PostgreSQL, exports, generated secrets; an absolute path after parsing. */
  PEREZVON_HOME: z
    .string()
    .default('.perezvon')
    .transform((path) => resolve(path)),
  /** Unset: the embedded PostgreSQL in PEREZVON_HOME. */
  DATABASE_URL: address(['postgresql', 'postgres']).optional(),
  /** Unset: the queues live in PostgreSQL. */
  REDIS_URL: address(['redis', 'rediss']).optional(),
  /** A "day" is the clinic's. */
  CLINIC_TIMEZONE: TimeZone.default('Europe/Moscow'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
  /** Where `/healthz`, `/readyz` and `/metrics` of this process answer; unset: nowhere. */
  HEALTH_PORT: Port.optional(),
});
export type ServiceConfig = z.output<typeof ServiceEnvironment>;

/** The environment together with the `.env` file in `directory`, if there is one; what is set already wins. */
export const readEnvironment = (directory: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const file = join(directory, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env;
};
