import type { Clinic } from '@perezvon/db/testing';

/** Whose thumb walks: somebody of the clinic, or a person whom nobody has let in yet. */
export type Reader = keyof Clinic | 'newcomer';

/** One step of a check. */
export type GuideStep =
  /** Opens the menu anew. */
  | { kind: 'menu' }
  /** Looks at a message that came by itself. */
  | { kind: 'news'; words: string; matches: RegExp }
  | { kind: 'tap'; label: string; matches: RegExp }
  | { kind: 'type'; text: string };

/** Words that have to be on the screen, or must not be. */
export interface Promised {
  words: string;
  matches: RegExp;
  isThere: boolean;
}

/** One line of «Проверьте сами» in the guide. */
export interface GuideCheck {
  /** In the file, from 1 on. */
  lineNumber: number;
  /** As it stands in the guide, without its box. */
  line: string;
  /** Each of them walks it, in this order. */
  readers: readonly Reader[];
  steps: GuideStep[];
  /** What is seen in the end: in the text, on a button, or as a file's name. */
  promised: Promised[];
}

const ADMINS = ['admin', 'superadmin', 'supremeDev'] as const;

/** Who is meant by the words in brackets after «Проверьте сами». */
const READERS: ReadonlyMap<string, readonly Reader[]> = new Map<string, readonly Reader[]>([
  ['новый сотрудник', ['newcomer']],
  ['оператор', ['operator']],
  ['маркетолог', ['marketing']],
  ['администратор', ['admin']],
  ['суперадмин', ['superadmin']],
  ['разработчик', ['supremeDev']],
  ['администратор и выше', ADMINS],
  ['суперадмин и выше', ['superadmin', 'supremeDev']],
  ['маркетолог, администратор и выше', ['marketing', ...ADMINS]],
  ['оператор, администратор и выше', ['operator', ...ADMINS]],
  ['все', ['operator', 'marketing', ...ADMINS]],
]);

/** Nobody could walk this line of the guide. */
export class GuideError extends Error {
  constructor(lineNumber: number, line: string, why: string) {
    super(`docs/guide.ru.md:${lineNumber}: ${why}, in: ${line}`);
    this.name = 'GuideError';
  }
}

const HEADING = /^#{1,6} /u;
const INTRODUCTION = /^\*\*Проверьте сами\*\* \(([^)]+)\):$/u;
const CHECK = /^- \[ \] (.+)$/u;
/** What was meant as one of the two and is not: nobody would ever walk it. */
const ALMOST = /\[[ xX]?\]|\*\*Проверьте сами/u;
/** The colon that ends the way is the first one outside of quotes. */
const WAY_AND_PROMISE = /^((?:«[^»]*»|`[^`]*`|[^:«`])+): (.+)$/u;

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
/** «…» inside quotes stands for any number, name or time. */
const patternOf = (words: string): string =>
  words
    .split('…')
    .map(escape)
    .join(String.raw`[^\n]*`);

const readStep = (text: string): GuideStep | null => {
  if (text === 'Меню') return { kind: 'menu' };
  const typed = /^напишите `([^`]+)`$/iu.exec(text)?.[1];
  if (typed !== undefined) return { kind: 'type', text: typed };
  const news = /^сообщение «([^«»]+)»$/iu.exec(text)?.[1];
  if (news !== undefined) return { kind: 'news', words: news, matches: new RegExp(patternOf(news), 'u') };
  const label = /^«([^«»]+)»$/u.exec(text)?.[1];
  if (label === undefined) return null;
  return { kind: 'tap', label, matches: new RegExp(`^${patternOf(label)}$`, 'u') };
};

const readPromise = (text: string): Promised | null => {
  const [, no, words] = /^(нет )?«([^«»]+)»$/u.exec(text) ?? [];
  if (words === undefined) return null;
  return { words, matches: new RegExp(patternOf(words), 'u'), isThere: no === undefined };
};

/** Commas between quotes; those within belong to what is quoted. */
const promisesOf = (text: string): string[] => text.split(/(?<=»), (?=(?:нет )?«)/u);

interface Place {
  lineNumber: number;
  readers: readonly Reader[];
}

const readCheck = (line: string, { lineNumber, readers }: Place): GuideCheck => {
  const fail = (why: string): never => {
    throw new GuideError(lineNumber, line, why);
  };
  const [, way, promise] = WAY_AND_PROMISE.exec(line) ?? [];
  if (way === undefined || promise === undefined) return fail('no colon says what is to be seen');
  const steps = way.split(' → ').map((step) => readStep(step) ?? fail(`«${step}» is no step`));
  if (steps[0]?.kind === 'tap') return fail('a tap needs a menu or a message before it');
  const promised = promisesOf(promise).map((text) => readPromise(text) ?? fail(`«${text}» is no quotation`));
  if (!promised.some(({ isThere }) => isThere)) return fail('nothing is to be seen');
  return { lineNumber, line, readers, steps, promised };
};

/**
 * Every check of the guide in its order.
 * @throws GuideError for a line that nobody could walk, also for one that only looks like a check
 */
export const readGuideChecks = (guide: string): GuideCheck[] => {
  const checks: GuideCheck[] = [];
  let readers: readonly Reader[] = [];
  for (const [index, line] of guide.split('\n').entries()) {
    const lineNumber = index + 1;
    const who = INTRODUCTION.exec(line)?.[1];
    const check = CHECK.exec(line)?.[1];
    // Whose checks they are is said once in each chapter.
    if (HEADING.test(line)) readers = [];
    else if (who !== undefined) {
      readers = READERS.get(who) ?? [];
      if (readers.length === 0) throw new GuideError(lineNumber, line, `nobody is called «${who}»`);
    } else if (check !== undefined) {
      if (readers.length === 0) throw new GuideError(lineNumber, line, 'nobody knows whose check it is');
      checks.push(readCheck(check, { lineNumber, readers }));
    } else if (ALMOST.test(line)) throw new GuideError(lineNumber, line, 'this is neither a check nor text');
  }
  return checks;
};
