import type { z } from 'zod';

/** The environment does not fit: one line that names each variable and what is expected, never its value. */
export class ConfigError extends Error {
  /** The variables that do not fit. */
  readonly variables: readonly string[];

  constructor(problems: ReadonlyMap<string, string>) {
    super([...problems].map(([variable, expected]) => `${variable}: ${expected}`).join('; '));
    this.name = 'ConfigError';
    this.variables = [...problems.keys()];
  }
}

/** The variables that are set: an empty one (`NAME=` in `.env` or in compose) counts as unset. */
const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));

const describe = (issue: z.core.$ZodIssue, isSet: boolean): string =>
  isSet ? issue.message : 'is required and not set';

/**
 * Reads a typed configuration from environment variables.
 * @throws ConfigError naming every variable that does not fit
 */
export const loadConfig = <S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv): z.output<S> => {
  const given = withoutEmpty(env);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;

  const problems = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const variable = String(issue.path[0] ?? 'environment');
    // One problem a variable: the first is the one to mend.
    if (!problems.has(variable)) problems.set(variable, describe(issue, Object.hasOwn(given, variable)));
  }
  throw new ConfigError(problems);
};
