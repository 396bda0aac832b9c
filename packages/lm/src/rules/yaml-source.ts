import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Position, Problem } from './problem.js';

export type Path = readonly PropertyKey[];

/** A YAML document as plain values, with the place of each. */
export interface YamlSource {
  readonly name: string;
  /** undefined when the text is no YAML; null when it is empty. */
  readonly value: unknown;
  /** What is wrong with the YAML itself. */
  readonly problems: readonly Problem[];
  /**
   * Where a value stands, or the nearest that holds it.
   * @param offset letters into the value, for a text on one line
   */
  readonly positionOf: (path: Path, offset?: number) => Position;
  /** Where a key of a mapping stands. */
  readonly positionOfKey: (path: Path, key: PropertyKey) => Position;
}

const START: Position = { line: 1, col: 1 };

/** `rules[3].speaker` */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  );

const nodeAt = (document: Document, path: Path): unknown => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
};

/** Where the letters of a text begin: after the quote, if there is one. */
const textStart = (content: string, node: unknown): number | undefined => {
  if (!isNode(node) || !node.range) return undefined;
  const [start] = node.range;
  return isScalar(node) && /["']/u.test(content[start] ?? '') ? start + 1 : start;
};

/** A document may stand for at most this much more than is written in it: aliases of aliases are no rules. */
const MAX_ALIASES = 100;

const valueOf = (document: Document): { readonly value: unknown; readonly error?: string } => {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { value: undefined, error: `${error.message}; write the values out instead of aliases` };
  }
};

/** Parses a YAML text; never throws on what is in it. */
export const readYaml = (name: string, content: string): YamlSource => {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, col };
  };
  const problems = document.errors.map(({ pos, message }): Problem => ({
    severity: 'error',
    file: name,
    position: place(pos[0]),
    path: '',
    message: `no YAML: ${message}`,
  }));
  const read = problems.length > 0 ? { value: undefined } : valueOf(document);
  if (read.error !== undefined)
    problems.push({ severity: 'error', file: name, position: START, path: '', message: read.error });
  return {
    name,
    value: read.value,
    problems,
    positionOf: (path, offset) => {
      const node = nodeAt(document, path);
      if (!isNode(node) || !node.range) return START;
      return place(offset === undefined ? node.range[0] : (textStart(content, node) ?? 0) + offset);
    },
    positionOfKey: (path, key) => {
      const node = nodeAt(document, path);
      const pair = isMap(node)
        ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return isNode(pair?.key) && pair.key.range ? place(pair.key.range[0]) : START;
    },
  };
};
