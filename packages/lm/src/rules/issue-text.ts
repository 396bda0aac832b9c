import { z } from 'zod';
import { shown, type Problem } from './problem.js';
import { didYouMean } from './suggest.js';
import { pathText, type Path, type YamlSource } from './yaml-source.js';

/** What stands in the file, and that it does. */
const found = (value: unknown): string => {
  if (value === undefined) return 'nothing stands here';
  if (value === null) return 'the value is empty';
  if (Array.isArray(value)) return value.length === 0 ? 'the list is empty' : 'a list stands here';
  if (typeof value === 'object') return 'a mapping stands here';
  return `${shown(JSON.stringify(value))} stands here`;
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  string: 'text (in quotes where YAML reads something else)',
  number: 'a number',
  boolean: 'true or false',
};

const counted = (count: number | bigint, origin: string): string => {
  if (origin === 'array') return count === 1 ? '1 entry' : `${count} entries`;
  return origin === 'string' ? `${count} letters` : String(count);
};

/** The message of our own schemas says what is expected; that of zod's kinds is worked out here. */
const expected = (issue: z.core.$ZodIssue): string => {
  const { code } = issue;
  if (code === 'invalid_type') return `expected ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  if (code === 'invalid_value')
    return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
  if (code === 'too_small') return `expected at least ${counted(issue.minimum, issue.origin)}`;
  if (code === 'too_big') return `expected at most ${counted(issue.maximum, issue.origin)}`;
  return code === 'invalid_key' ? issue.issues.map(expected).join('; ') : issue.message;
};

type JsonSchema = z.core.JSONSchema.JSONSchema;

const childOf = (schema: JsonSchema | boolean | undefined, key: PropertyKey): JsonSchema | undefined => {
  if (schema === undefined || typeof schema === 'boolean') return undefined;
  const { items, properties, additionalProperties } = schema;
  const child = typeof key === 'number' ? items : (properties?.[String(key)] ?? additionalProperties);
  return typeof child === 'object' && !Array.isArray(child) ? child : undefined;
};

/** The keys that a mapping at the path may have: by the schema, as JSON Schema tells it. */
const knownKeys = (schema: z.ZodType, path: Path): readonly string[] => {
  const at = path.reduce<JsonSchema | undefined>(childOf, z.toJSONSchema(schema, { io: 'input' }));
  const named = at?.propertyNames;
  const names = typeof named === 'object' ? named.enum : undefined;
  return [...Object.keys(at?.properties ?? {}), ...(names ?? []).map(String)];
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? new Map<PropertyKey, unknown>(entriesOf(at)).get(key)
        : undefined,
    value,
  );
const entriesOf = (value: object): [PropertyKey, unknown][] =>
  Array.isArray(value) ? value.map((one, at) => [at, one]) : Object.entries(value);

interface IssueContext {
  readonly source: YamlSource;
  readonly schema: z.ZodType;
  /** What the schema was applied to, and where it stands in the document. */
  readonly value: unknown;
  readonly base: Path;
}

const unknownKeys = (
  keys: readonly string[],
  path: Path,
  { source, schema, base }: IssueContext,
): Problem[] => {
  const known = knownKeys(schema, path);
  const full = [...base, ...path];
  return keys.map((key) => ({
    severity: 'error',
    file: source.name,
    position: source.positionOfKey(full, key),
    path: pathText(full),
    message: `"${key}" is not known here; expected ${known.join(', ')}${didYouMean(key, known)}`,
  }));
};

const wrongKey = (issue: z.core.$ZodIssueInvalidKey, { source, base }: IssueContext): Problem => {
  const key = issue.path.at(-1) ?? '';
  const path = [...base, ...issue.path.slice(0, -1)];
  return {
    severity: 'error',
    file: source.name,
    position: source.positionOfKey(path, key),
    path: pathText(path),
    message: `"${String(key)}" stands here as a name; ${expected(issue)}`,
  };
};

/** What a schema has against a value, each with its place, what stands there and what is expected. */
export const issueProblems = (error: z.ZodError, context: IssueContext): Problem[] =>
  error.issues.flatMap((issue): Problem[] => {
    const { source, value, base } = context;
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, issue.path, context);
    if (issue.code === 'invalid_key') return [wrongKey(issue, context)];
    const path = [...base, ...issue.path];
    const here = valueAt(value, issue.path);
    const meant =
      issue.code === 'invalid_value' && typeof here === 'string'
        ? didYouMean(here, issue.values.map(String))
        : '';
    return [
      {
        severity: 'error',
        file: source.name,
        position: source.positionOf(path),
        path: pathText(path),
        message: `${found(here)}; ${expected(issue)}${meant}`,
      },
    ];
  });
