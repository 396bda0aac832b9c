import type { z } from 'zod';
import { loadConfig } from './config.js';
import { readEnvironment, type ServiceConfig } from './environment.js';
import { createLogger, type Logger } from './logger.js';
import { onProcessEnd } from './process-end.js';
import { describeStartFailure } from './start-failure.js';
import { startService, type RunningService, type ServiceDefinition } from './start-service.js';

/** Kubernetes and compose kill after ten seconds or more: be done, or say so, before they do. */
const STOP_WITHIN_MS = 9_000;
const FAILED = 1;

export interface Runnable<Schema extends z.ZodType<ServiceConfig>> extends ServiceDefinition<
  z.output<Schema>
> {
  /** `ServiceEnvironment.extend({ … })` */
  environment: Schema;
}

const giveUp = (line: string): never => {
  process.stderr.write(`${line}\n`);
  process.exit(FAILED);
};

const readConfig = <Schema extends z.ZodType<ServiceConfig>>(
  name: string,
  schema: Schema,
): z.output<Schema> => {
  try {
    return loadConfig(schema, readEnvironment(process.cwd(), process.env));
  } catch (error) {
    return giveUp(describeStartFailure(name, {}, error));
  }
};

/** Stops the service and ends the process: 0 when all was finished in time, 1 otherwise. */
const stopAndExit = async (running: RunningService, reason: string, log: Logger): Promise<void> => {
  log.info({ reason }, 'service stops');
  const forced = setTimeout(() => {
    log.error({ withinMs: STOP_WITHIN_MS }, 'service did not stop in time and is ended');
    process.exit(FAILED);
  }, STOP_WITHIN_MS);
  await running.stop();
  clearTimeout(forced);
  log.info({ reason }, 'service stopped');
  process.exit(0);
};

const exitOnBugs = (log: Logger): void => {
  const die = (text: string) => (error: unknown) => {
    log.fatal({ err: error }, text);
    process.exit(FAILED);
  };
  process.on('uncaughtException', die('uncaught exception'));
  process.on('unhandledRejection', die('unhandled rejection'));
};

/**
 * A service's whole `main.ts`: environment (and `.env`) → config → log → `startService` → signals. What a person can
 * mend (a bad value, a database that is down, a port in use) ends it with one line on standard error and exit
 * code 1. SIGTERM, SIGINT or the end of its supervisor stop it gracefully in under ten seconds; a second signal at once.
 */
export const runService = async <Schema extends z.ZodType<ServiceConfig>>({
  name,
  environment,
  start,
}: Runnable<Schema>): Promise<void> => {
  const config = readConfig(name, environment);
  const log = createLogger({ service: name, level: config.LOG_LEVEL });
  exitOnBugs(log);

  let running: RunningService | undefined;
  let ended: string | undefined;
  onProcessEnd((reason) => {
    ended = reason;
    // A start under way is not cut off: what it opened could not be closed. It takes a second.
    if (running) void stopAndExit(running, reason, log);
  });

  try {
    running = await startService({ name, start }, { config, log, now: () => new Date() });
  } catch (error) {
    log.fatal({ err: error }, 'service could not start');
    giveUp(describeStartFailure(name, config, error));
  }
  if (running && ended !== undefined) await stopAndExit(running, ended, log);
};
