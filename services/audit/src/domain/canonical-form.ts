import type { Prisma } from '@perezvon/db';
import type { ChainedEntry } from './chain.js';

/** Changes with the form: a hash says what it was made of. */
const FORM = 'perezvon.audit.1';

/** JSON with sorted keys and no spaces: the same value gives the same text, whatever order a database keeps. */
const sortedJson = (value: Prisma.JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member ?? null)}`);
  return `{${members.join(',')}}`;
};

/** `<length in bytes>:<text>,` as in netstrings; null is `-,`, which no text can look like. */
const field = (value: string | null): string =>
  value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`;

const optional = <T>(value: T | null, write: (value: T) => string): string | null =>
  value === null ? null : write(value);

/**
 * The bytes of an entry that are hashed. Every field has its length before it, in this order, so that no two
 * different entries have the same form:
 *
 *   form, seq, message id, time (ISO 8601, UTC, milliseconds), actor id, actor role, action, subject kind,
 *   subject id, history id, outcome, reason, before, after
 *
 * Numbers are decimal, `before` and `after` JSON with sorted keys, everything UTF-8.
 */
export const canonicalForm = (entry: ChainedEntry): string =>
  [
    FORM,
    String(entry.seq),
    entry.messageId,
    entry.at.toISOString(),
    optional(entry.actorId, String),
    entry.actorRole,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    optional(entry.historyId, String),
    entry.outcome,
    entry.reason,
    optional(entry.before, sortedJson),
    optional(entry.after, sortedJson),
  ]
    .map(field)
    .join('');
