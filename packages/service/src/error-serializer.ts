import { isNativeError } from 'node:util/types';
import { codeOf } from './error-code.js';
import { maskText } from './mask.js';

/** What the log keeps of an error. */
export interface LoggedError {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: LoggedError;
}

const MAX_MESSAGE_LENGTH = 500;
const MAX_CAUSES = 4;
const FRAME = /^\s+at /;

/** Prisma prints the arguments of a refused call, which are rows: only its last paragraph says what is wrong. */
const ARGUMENT_DUMP = 'PrismaClientValidationError';

const messageOf = (error: Error): string => {
  const text =
    error.name === ARGUMENT_DUMP ? (error.message.trim().split('\n\n').at(-1) ?? '') : error.message;
  return maskText(text).slice(0, MAX_MESSAGE_LENGTH);
};

/** The frames alone: the head of a stack repeats the message, unmasked. */
const framesOf = (error: Error): string | undefined => {
  const frames = error.stack?.split('\n').filter((line) => FRAME.test(line));
  return frames && frames.length > 0 ? frames.join('\n') : undefined;
};

const serialize = (error: unknown, depth: number): LoggedError => {
  if (!isNativeError(error)) return { type: typeof error, message: 'something that is no Error was thrown' };
  const code = codeOf(error);
  const stack = framesOf(error);
  return {
    type: error.name,
    message: messageOf(error),
    ...(code !== undefined && { code }),
    ...(stack !== undefined && { stack }),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: serialize(error.cause, depth + 1) }),
  };
};

/**
 * Type, message, code, stack and causes of an error, masked. Everything else that libraries hang on their errors
 * (requests, rows, bodies) may hold personal data and is left out.
 */
export const serializeError = (error: unknown): LoggedError => serialize(error, 0);
