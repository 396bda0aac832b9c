import type { Problem } from './problem.js';
import { pathText, type Path, type YamlSource } from './yaml-source.js';

/** A checked value and where it stands. */
export interface Located<Value> {
  readonly value: Value;
  readonly source: YamlSource;
  readonly path: Path;
}

interface Details {
  readonly severity?: Problem['severity'];
  /** Letters into the text at the path. */
  readonly offset?: number | undefined;
}

/** A problem of a value, or of what stands at `inner` within it. */
export const problemAt = (
  { source, path }: Pick<Located<unknown>, 'source' | 'path'>,
  inner: Path,
  message: string,
  { severity = 'error', offset }: Details = {},
): Problem => {
  const full = [...path, ...inner];
  return {
    severity,
    file: source.name,
    position: source.positionOf(full, offset),
    path: pathText(full),
    message,
  };
};

/** `booking.yaml:12`, to point at another place in a message. */
export const lineOf = ({ source, path }: Pick<Located<unknown>, 'source' | 'path'>): string =>
  `${source.name}:${source.positionOf(path).line}`;
