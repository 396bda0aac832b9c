import { FluentNumber, type FluentBundle, type FluentVariable } from '@fluent/bundle';

/** Hears of a missing text or argument. */
export type OnTextProblem = (problem: string) => void;

/** Ids are numbers too: `500123` must not become `500 123`. A text that wants groups says NUMBER($n, useGrouping: "always"). */
const toVariable = (value: string | number): FluentVariable =>
  typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value;

/** A text with its arguments filled in; the key itself where there is no such text. */
export const fillText = (
  bundle: FluentBundle,
  key: string,
  args: Readonly<Record<string, string | number>>,
  onProblem: OnTextProblem,
): string => {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) {
    onProblem(`no text ${key}`);
    return key;
  }
  const variables = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, toVariable(value)]),
  );
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, variables, errors);
  for (const error of errors) onProblem(`${key}: ${error.message}`);
  return text;
};
