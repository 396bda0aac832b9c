import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { RuleFile } from './schema.js';
import { PhraseError, parsePhrase } from './phrase.js';

/** What is wrong with a rule file, and where: `booking.yaml:12:5 rules[3].speaker: …`. */
export class RuleFileError extends Error {
  override readonly name = 'RuleFileError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

type Path = readonly PropertyKey[];

const positionOf = (document: Document, lines: LineCounter, path: Path): { line: number; col: number } => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]);
  }
  return { line: 1, col: 1 };
};

const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  );

const phraseProblems = (file: RuleFile): { path: Path; message: string }[] =>
  file.rules.flatMap((rule, r) =>
    rule.phrases.flatMap((phrase, p) => {
      try {
        parsePhrase(phrase);
        return [];
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        return [{ path: ['rules', r, 'phrases', p], message: `phrase "${phrase}" ${error.message}` }];
      }
    }),
  );

/**
 * Checks one YAML rule file.
 * @param name the file's name as it shall stand in messages
 * @throws RuleFileError with file, line, column and what is expected, all problems at once
 */
export const readRuleFile = (name: string, content: string): RuleFile => {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new RuleFileError(
      document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return `${name}:${line}:${col} ${error.message}`;
      }),
    );
  }
  const at = (path: Path, message: string): string => {
    const { line, col } = positionOf(document, lines, path);
    return `${name}:${line}:${col} ${pathText(path)}: ${message}`;
  };
  const parsed = RuleFile.safeParse(document.toJS() ?? {});
  if (!parsed.success)
    throw new RuleFileError(parsed.error.issues.map((issue) => at(issue.path, issue.message)));
  const problems = phraseProblems(parsed.data);
  if (problems.length > 0) throw new RuleFileError(problems.map(({ path, message }) => at(path, message)));
  return parsed.data;
};
