import { pino, type DestinationStream, type Logger } from 'pino';
import { serializeError } from './error-serializer.js';
import type { ServiceConfig } from './environment.js';
import { maskText } from './mask.js';

export type { Logger } from 'pino';

/** Fields that hold a secret or personal data: nobody should log them, and nobody reads them if one does. */
const SENSITIVE_FIELDS = [
  'authorization',
  'body',
  'client_phone',
  'clientPhone',
  'evidence',
  'firstName',
  'first_name',
  'headers',
  'lastName',
  'last_name',
  'message',
  'password',
  'payload',
  'phone',
  'quote',
  'secret',
  'text',
  'token',
  'transcript',
  'turns',
  'update',
  'url',
  'username',
] as const;

/** Fields of the record itself and of one object inside it. */
const REDACTED_PATHS = SENSITIVE_FIELDS.flatMap((field) =>
  // An error is masked by its own serializer: its message is what one reads first.
  field === 'message' ? [field] : [field, `*.${field}`],
);

interface LoggerOptions {
  service: string;
  level: ServiceConfig['LOG_LEVEL'];
  /** Where the lines go; default: standard output, written before the call returns. */
  destination?: DestinationStream;
}

/** One JSON object a line: `level`, `time` (UTC), `service`, ids as fields, a short constant text as `msg`. */
export const createLogger = ({ service, level, destination }: LoggerOptions): Logger =>
  pino(
    {
      level,
      base: { service, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
      redact: { paths: REDACTED_PATHS, censor: '[hidden]' },
      // The last door: whatever found its way into the line.
      hooks: { streamWrite: maskText },
    },
    destination ?? pino.destination({ sync: true }),
  );
