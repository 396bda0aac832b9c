import type { Clinic } from '@perezvon/db/testing';

/** One step of a check: the menu, a tap on a button, or words that are typed. */
export type GuideStep =
  | { kind: 'menu' }
  | { kind: 'tap'; label: string; matches: RegExp }
  | { kind: 'type'; text: string };

/** One line of «Проверьте сами» in the guide. */
export interface GuideCheck {
  /** As it stands in the guide. */
  line: string;
  who: keyof Clinic;
  steps: GuideStep[];
  /** What has to be on the screen in the end: in its text or on its buttons. */
  seen: { words: string; matches: RegExp }[];
}

const ROLES: Readonly<Record<string, keyof Clinic>> = {
  оператор: 'operator',
  маркетолог: 'marketing',
  администратор: 'admin',
  суперадмин: 'superadmin',
  разработчик: 'supremeDev',
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** «…» inside quotes stands for any number, name or time. */
const patternOf = (words: string): string => words.split('…').map(escape).join('[^\\n]*');

const quotesOf = (text: string): string[] => [...text.matchAll(/«([^»]+)»/g)].map(([, words]) => words ?? '');

const readStep = (text: string, line: string): GuideStep => {
  if (/^меню$/i.test(text)) return { kind: 'menu' };
  const typed = /^напишите `([^`]+)`$/i.exec(text)?.[1];
  if (typed !== undefined) return { kind: 'type', text: typed };
  const label = /^«(.+)»$/.exec(text)?.[1];
  if (label === undefined) throw new Error(`the guide: «${text}» is no step, in: ${line}`);
  return { kind: 'tap', label, matches: new RegExp(`^${patternOf(label)}$`, 'u') };
};

const readCheck = (line: string, who: keyof Clinic): GuideCheck => {
  // The colon that ends the way is the first one outside of quotes.
  const [, way = '', rest = ''] = /^((?:«[^»]*»|`[^`]*`|[^:«`])*):(.*)$/.exec(line) ?? [];
  const seen = quotesOf(rest).map((words) => ({ words, matches: new RegExp(patternOf(words), 'u') }));
  if (seen.length === 0) throw new Error(`the guide: nothing is to be seen, in: ${line}`);
  return { line, who, steps: way.split('→').map((step) => readStep(step.trim(), line)), seen };
};

/** Every check of the guide in its order. @throws on a line that nobody could walk */
export const readGuideChecks = (guide: string): GuideCheck[] => {
  let who: keyof Clinic | undefined;
  return guide.split('\n').flatMap((line) => {
    const role = /^\*\*Проверьте сами\*\* \(([а-я]+)\):$/u.exec(line)?.[1];
    if (role !== undefined) who = ROLES[role];
    const check = /^- \[ \] (.+)$/.exec(line)?.[1];
    if (check === undefined) return [];
    if (who === undefined) throw new Error(`the guide: nobody knows whose check it is: ${line}`);
    return [readCheck(check, who)];
  });
};
