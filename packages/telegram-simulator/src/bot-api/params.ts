import { z } from 'zod';
import { badRequest } from './api-error.js';

/** What a call brought along: fields as they came (JSON values or strings) and uploaded files by field name. */
export interface CallInput {
  fields: Readonly<Record<string, unknown>>;
  uploads: ReadonlyMap<string, Upload>;
}

export interface Upload {
  fileName: string;
  bytes: Buffer;
}

const parseJson = (value: unknown, context: z.RefinementCtx): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue({ code: 'custom', message: "can't parse JSON" });
    return z.NEVER;
  }
};

/** A number, also as the text of a form field. */
export const IntParam = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,16}$/)
    .transform(Number),
]);

export const BoolParam = z.union([
  z.boolean(),
  z.enum(['true', 'True', '1']).transform(() => true),
  z.enum(['false', 'False', '0', '']).transform(() => false),
]);

/** Also a number where a text is wanted: forms and careless clients send both. */
export const TextParam = z.union([z.string(), z.number().transform(String)]);

/** A structure, also as the JSON text of a form field. */
export const JsonParam = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(parseJson, schema);

/** A chat by its id; `@name` is accepted and never found: chats of the simulator have no public name. */
export const ChatIdParam = z.union([IntParam, z.string()]);

/** @throws ApiError 400 that names the parameter */
export const parseFields = <Schema extends z.ZodType>(
  schema: Schema,
  fields: Readonly<Record<string, unknown>>,
): z.infer<Schema> => {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badRequest(
    `can't parse parameter "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'invalid value'}`,
  );
};
