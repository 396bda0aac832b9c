import { z } from 'zod';
import { HistoryId, UserId } from './domain/ids.js';
import type { Permission } from './domain/permissions.js';
import type { Priority, QueueName } from './queues.js';

/** Where in Telegram the person tapped: the screen that an event rewrites. */
export const Origin = z.object({ chatId: z.int(), messageId: z.int().positive() });
export type Origin = z.infer<typeof Origin>;

/** What an action was done to: the log files it under this. */
export const Subject = z.object({
  kind: z.enum([
    'call',
    'assignment',
    'user',
    'ruleset',
    'dispute',
    'compensation',
    'export',
    'problem',
    'setting',
    'system',
  ]),
  id: z.string().min(1).max(64),
  historyId: HistoryId.optional(),
});
export type Subject = z.infer<typeof Subject>;

/** BullMQ refuses a job id with a colon or of digits only; ours name their source: `tg-1001`, `tg-1001.1`. */
export const MessageId = z.string().regex(/^[a-z][a-z0-9._-]{1,119}$/i);

/** What every message carries around its payload. Ids only: no personal data, transcripts or phone numbers. */
export const Envelope = z.object({
  id: MessageId,
  type: z.string(),
  version: z.int().positive(),
  /** The person who acts; null: the system itself. */
  actorId: UserId.nullable(),
  /** The message that led to this one; null: the first of its story. */
  causedBy: MessageId.nullable(),
  origin: Origin.nullable(),
  /** UTC */
  at: z.iso.datetime(),
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

export interface Message<Type extends string, Payload> extends Envelope {
  type: Type;
  payload: Payload;
}

interface IntentSpec<T extends string, Q extends QueueName, S extends z.ZodType, R extends string> {
  type: T;
  version: number;
  /** The service that consumes it. */
  owner: Q;
  /** null: anybody the gateway knows, also without access. */
  permission: Permission | null;
  payload: S;
  subject: (payload: z.output<S>) => Subject;
  /** Every answer "no" that the handler may give; each has a text in both languages. */
  refusals: readonly R[];
}

interface IntentContext {
  id: string;
  actorId: number;
  at: Date;
  origin?: Origin | null;
}

export interface IntentDefinition<
  T extends string = string,
  Q extends QueueName = QueueName,
  S extends z.ZodType = z.ZodType,
  R extends string = string,
> extends IntentSpec<T, Q, S, R> {
  /** The subject of a payload that was not checked yet; null when it does not fit. */
  subjectOf(payload: unknown): Subject | null;
  /** Builds the message; throws a ZodError on a payload that does not fit. */
  of(payload: z.input<S>, context: IntentContext): Message<T, z.output<S>>;
}

/** What somebody wants done: one owner, one permission, a closed list of refusals. */
export const defineIntent = <
  T extends string,
  Q extends QueueName,
  S extends z.ZodType,
  const R extends string,
>(
  spec: IntentSpec<T, Q, S, R>,
): IntentDefinition<T, Q, S, R> => ({
  ...spec,
  subjectOf: (payload) => {
    const parsed = spec.payload.safeParse(payload);
    return parsed.success ? spec.subject(parsed.data) : null;
  },
  of: (payload, { id, actorId, at, origin }) => ({
    id: MessageId.parse(id),
    type: spec.type,
    version: spec.version,
    actorId,
    causedBy: null,
    origin: origin ?? null,
    at: at.toISOString(),
    payload: spec.payload.parse(payload),
  }),
});

/** An event before it is stored: the consumer adds id, actor, cause and origin. */
export interface EventBody<T extends string = string, Payload = unknown> {
  type: T;
  version: number;
  payload: Payload;
}

interface EventSpec<T extends string, S extends z.ZodType> {
  type: T;
  version: number;
  /** Left out: as urgent as the message that led to it. `bulk`: nobody waits for it, whatever led to it. */
  priority?: Priority;
  /** Not told at all when what led to it was `bulk`: it would ring for what is no news. */
  liveOnly?: true;
  payload: S;
}

export interface EventDefinition<
  T extends string = string,
  S extends z.ZodType = z.ZodType,
> extends EventSpec<T, S> {
  /** Builds the body; throws a ZodError on a payload that does not fit. */
  of(payload: z.input<S>): EventBody<T, z.output<S>>;
}

/** What has happened; `routing.ts` says who hears of it. */
export const defineEvent = <T extends string, S extends z.ZodType>(
  spec: EventSpec<T, S>,
): EventDefinition<T, S> => ({
  ...spec,
  of: (payload) => ({ type: spec.type, version: spec.version, payload: spec.payload.parse(payload) }),
});

export type PayloadOf<D> = D extends { payload: infer S extends z.ZodType } ? z.output<S> : never;
export type MessageOf<D> = D extends { type: infer T extends string; payload: infer S extends z.ZodType }
  ? Message<T, z.output<S>>
  : never;
export type RefusalOf<D> = D extends { refusals: readonly (infer R extends string)[] } ? R : never;
