import type { ModelAnswer } from './answer.js';

/** Why a request brought no score. */
const FAILURES = [
  'unreachable',
  'timeout',
  'server_error',
  'rate_limited',
  'refused',
  'schema_refused',
  'too_large',
  'bad_answer',
  'no_answer',
  'stopped',
  'lost',
  'call_changed',
] as const;
export type Failure = (typeof FAILURES)[number];

/** What came back from the model; `tokens` null: the server did not say, or nobody knows. */
export type Reply =
  | { readonly kind: 'answered'; readonly answer: ModelAnswer; readonly tokens: number | null }
  | {
      readonly kind: 'failed';
      readonly reason: Failure;
      readonly tokens: number | null;
      /** How long the server wants to be left alone; null: it did not say. */
      readonly restMs: number | null;
    };

/** Failures that say something of the server: after several in a row it is left alone for a while. */
export const TROUBLE: ReadonlySet<string> = new Set<Failure>([
  'unreachable',
  'timeout',
  'server_error',
  'refused',
  'too_large',
  'bad_answer',
  'no_answer',
]);

/** Failures that the same call is likely to meet again: after a few it is left out. */
export const CALL_FAULTS: readonly Failure[] = ['timeout', 'refused', 'too_large', 'bad_answer', 'no_answer'];
