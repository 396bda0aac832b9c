import { HistoryId } from '@perezvon/contracts';
import { z } from 'zod';
import { incomingCall, type IncomingCall, type RecordOptions } from './incoming-call.js';

/** A record that was not taken, and why: the field and what is expected of it, never what it held. */
export interface Rejection {
  /** Line of a text file, or position in a JSON array; from 1. */
  line: number;
  /** null when the record does not say it in a readable way. */
  history_id: number | null;
  error: string;
}

export type ParsedCall =
  | { ok: true; call: IncomingCall }
  | { ok: false; historyId: number | null; error: string };

const HasHistoryId = z.object({ history_id: HistoryId });

const historyIdOf = (record: unknown): number | null =>
  HasHistoryId.safeParse(record).data?.history_id ?? null;

const describe = ({ path, message }: z.core.$ZodIssue): string => {
  const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return field === '' ? message : `${field.slice(1)}: ${message}`;
};

/** Makes the reader of one record: a checked call, or the first thing that is wrong with it. */
export const callParser = (options: RecordOptions): ((record: unknown) => ParsedCall) => {
  const schema = incomingCall(options);
  return (record) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return { ok: true, call: parsed.data };
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      historyId: historyIdOf(record),
      error: issue === undefined ? 'expected the fields of one call' : describe(issue),
    };
  };
};
