import type { DbClient } from '@perezvon/db';
import type { Queues } from './queues.js';

/** The part of pino's interface that we use; fields hold ids only. */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** One finished delivery of a message, for the metrics. */
export interface JobObservation {
  queue: string;
  type: string;
  result: 'done' | 'refused' | 'duplicate' | 'error';
  seconds: number;
}

/** What deciding and writing needs. */
export interface ProcessingDeps {
  db: DbClient;
  log: Log;
  now: () => Date;
}

/** What a process that sends or consumes messages is made of; built once in `main.ts`. */
export interface MessagingDeps extends ProcessingDeps {
  queues: Queues;
  observe?: (observation: JobObservation) => void;
  /** While it is away, messages wait instead of using up their attempts; left out: there is none. */
  outside?: Outside;
}

/** A system outside that effects work on, such as Telegram. */
export interface Outside {
  /** For the log. */
  name: string;
  /** Whether it answers now; asked only after an effect has failed. */
  isUp: () => Promise<boolean>;
}

/** Ends what a start began; resolves when running work is finished. */
export type Stop = () => Promise<void>;
