import type { Db } from '@perezvon/db';
import { checkRuleset, problemText, type RulesetFile } from '@perezvon/lm';
import { filesOf, findRulesContent } from '@perezvon/lm-scoring';
import { EXIT, InputError, writeLine, type LmCliIo } from '@perezvon/lm/cli';
import { timeText } from './time-text.js';

const sayWhetherItRuns = async (
  tag: string,
  files: readonly RulesetFile[],
  { stdout, stderr }: LmCliIo,
): Promise<number> => {
  const { problems, summary } = checkRuleset(files);
  for (const problem of problems) await writeLine(stderr, problemText(problem));
  if (summary === null) return EXIT.failed;
  await writeLine(
    stdout,
    summary.tag === tag ? 'this engine runs it' : `this engine runs it as ${summary.tag}`,
  );
  return EXIT.ok;
};

/** Prints one version and whether this engine can run it. @throws InputError when there is no such version */
export const showVersion = async (db: Db, io: LmCliIo, tag: string): Promise<number> => {
  const version = await db.lmRuleset.findUnique({ where: { tag }, omit: { content: true } });
  if (version === null) throw new InputError(`no version ${tag} is stored: npm run lm -- versions list`);
  const { state, kind, origin, createdAt, activatedAt, note } = version;
  await writeLine(io.stdout, `${tag}: ${state}, ${origin} ${timeText(createdAt)}`);
  if (activatedAt !== null) await writeLine(io.stdout, `last activated ${timeText(activatedAt)}`);
  if (note !== null) await writeLine(io.stdout, `note: ${note}`);
  if (kind === 'llm') return EXIT.ok;
  const files = filesOf((await findRulesContent(db, tag)) ?? {}).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const { name, content } of files)
    await writeLine(io.stdout, `  ${name} ${Buffer.byteLength(content)} bytes`);
  return sayWhetherItRuns(tag, files, io);
};
