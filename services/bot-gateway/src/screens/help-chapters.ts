import type { Access } from '../people/person.js';

/** The chapters of the guide in the order they are offered, and whose they are. */
export const CHAPTERS = {
  start: 'active',
  work: ['work.own', 'assignments.manage'],
  lists: 'calls.view',
  top: 'calls.view',
  card: ['calls.view', 'work.own'],
  judge: 'calls.view',
  assign: 'assignments.manage',
  numbers: 'dashboard.view',
  users: 'users.manage',
  log: 'audit.view',
  system: 'system.view',
  versions: 'lm.manage',
  runs: 'lm.manage',
  quality: 'system.view',
  settings: 'active',
  words: 'active',
  trouble: 'active',
} as const satisfies Record<string, Access>;
export type Chapter = keyof typeof CHAPTERS;

export const isChapter = (name: string): name is Chapter => Object.hasOwn(CHAPTERS, name);
export const CHAPTER_NAMES: readonly Chapter[] = Object.keys(CHAPTERS).filter(isChapter);

/**
 * The chapter that explains a screen, by the screen's id: where its «❓» leads. null: it needs no «❓», being a root or
 * the help itself. Every screen of `index.ts` stands here; a test looks.
 */
const CHAPTER_OF: Readonly<Record<string, Chapter | null>> = {
  hello: null,
  menu: null,
  help: null,
  helpch: null,
  what: null,
  work: 'work',
  asg: 'work',
  'asg-result': 'work',
  'asg-owner': 'work',
  'asg-cancel': 'work',
  'ext-due': 'work',
  'ext-date': 'work',
  'ext-ok': 'work',
  lm: 'lists',
  list: 'lists',
  'list-op': 'lists',
  top: 'top',
  'top-one': 'top',
  'top-play': 'top',
  call: 'card',
  words: 'card',
  listen: 'card',
  judge: 'judge',
  blind: 'judge',
  'as-kind': 'assign',
  'as-owner': 'assign',
  'as-due': 'assign',
  'as-date': 'assign',
  'as-ok': 'assign',
  dash: 'numbers',
  users: 'users',
  people: 'users',
  user: 'users',
  role: 'users',
  opcode: 'users',
  log: 'log',
  logwho: 'log',
  logcall: 'log',
  sys: 'system',
  vers: 'versions',
  ver: 'versions',
  veron: 'versions',
  verback: 'versions',
  runs: 'runs',
  run: 'runs',
  runver: 'runs',
  runper: 'runs',
  runask: 'runs',
  runstop: 'runs',
  runrep: 'runs',
  runex: 'lists',
  runfile: 'runs',
  quality: 'quality',
  'quality-m': 'quality',
  agree: 'quality',
  set: 'settings',
};

/** The chapter of a screen. null: it has no «❓»; undefined: nobody said which. */
export const chapterOf = (screenId: string): Chapter | null | undefined => CHAPTER_OF[screenId];
