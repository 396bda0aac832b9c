/** Where something stands in a file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly col: number;
}

/** What is wrong with the rule files (`error`: they cannot be used) or probably not meant (`warning`), and where. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly position: Position;
  /** Path inside the document, such as `rules[3].speaker`; empty for the whole. */
  readonly path: string;
  /** What stands there, what is expected, and what was probably meant. */
  readonly message: string;
}

/** `booking.yaml:12:5 rules[3].speaker: …`, the form that editors turn into a link. */
export const problemText = ({ severity, file, position, path, message }: Problem): string => {
  const kind = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${position.line}:${position.col} ${kind}${path === '' ? '' : `${path}: `}${message}`;
};

const MAX_SHOWN = 60;

/** What stands in a file, short enough for a message. */
export const shown = (text: string): string =>
  text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file
    ? a.position.line - b.position.line || a.position.col - b.position.col
    : a.file < b.file
      ? -1
      : 1;

/** In the order in which one reads the files. */
export const inOrder = (problems: readonly Problem[]): Problem[] => problems.toSorted(byPlace);

export const errorsOf = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

/** The rule files cannot be used; `problems` holds every reason at once. */
export class RuleFileError extends Error {
  override readonly name = 'RuleFileError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
  }
}
