import { isNativeError } from 'node:util/types';
import { DatabaseError } from '@perezvon/db';
import { ConfigError } from './config.js';
import { codeOf } from './error-code.js';
import { maskText } from './mask.js';

const portOf = (error: unknown): number | undefined =>
  isNativeError(error) && 'port' in error && typeof error.port === 'number' ? error.port : undefined;

/** The variable that asked for this port. */
const portVariable = (config: object, port: number | undefined): string | undefined =>
  Object.entries(config).find(([name, value]) => name.endsWith('_PORT') && value === port)?.[0];

const reasonOf = (error: unknown): string => {
  const message = isNativeError(error) ? error.message.trim().split('\n')[0] : undefined;
  const parts = [codeOf(error), message].filter((part) => part !== undefined && part !== '');
  return maskText(parts.join(', ') || 'unknown reason');
};

/**
 * The one line that a start which cannot succeed tells the person at the terminal, what to do included where it is
 * known. Never a value of the environment: it may be a secret.
 */
export const describeStartFailure = (service: string, config: object, error: unknown): string => {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DatabaseError) return maskText(error.message);
  if (codeOf(error) === 'EADDRINUSE') {
    const port = portOf(error);
    const asker = portVariable(config, port) ?? service;
    return `${asker}: port ${port ?? ''} is in use already: stop what listens there, or choose another one.`;
  }
  return `${service} could not start: ${reasonOf(error)}`;
};
