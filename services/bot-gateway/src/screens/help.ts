import { z } from 'zod';
import { mayOpen, nameOf, type Access } from '../people/person.js';
import { listActivePeople } from '../store/people.js';
import { codeKey } from '../text/code-key.js';
import { html, lines } from '../text/html.js';
import { definePlace } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { helpPlace } from './places/root.js';
import { callCardPlace } from './places/work.js';

/** The chapters of the guide, and whose they are. */
const CHAPTERS = {
  work: 'work.own',
  calls: 'calls.view',
  assign: 'assignments.manage',
  numbers: 'dashboard.view',
  users: 'users.manage',
  log: 'audit.view',
  system: 'system.view',
  words: 'active',
} as const satisfies Record<string, Access>;
const CHAPTER_NAMES = [
  'work',
  'calls',
  'assign',
  'numbers',
  'users',
  'log',
  'system',
  'words',
] as const satisfies readonly (keyof typeof CHAPTERS)[];

const helpChapterPlace = definePlace({
  id: 'helpch',
  permission: 'active',
  params: z.object({ chapter: z.enum(CHAPTER_NAMES) }),
});

/** Whom to write to when it is urgent: as many as one reads. */
const MAX_CONTACTS = 3;

/** «❓ Помощь»: the chapters for the role, and whom to write to. */
export const help = defineScreen({
  ...helpPlace,
  load: ({ db }) => listActivePeople(db, ['superadmin']),
  render: (superadmins, { t, person }) => {
    const contacts = superadmins
      .filter(({ id }) => id !== person.id)
      .slice(0, MAX_CONTACTS)
      .map((contact) =>
        contact.username === null
          ? html`${nameOf(contact)}`
          : html`${nameOf(contact)} (@${contact.username})`,
      );
    return {
      text: lines(
        t('help-title'),
        '',
        t('help-urgent', { count: contacts.length }),
        contacts.map((contact) => html`• ${contact}`),
      ),
      rows: CHAPTER_NAMES.filter((chapter) => mayOpen(person, CHAPTERS[chapter])).map((chapter) => [
        helpChapterPlace.link(t(codeKey('help-button', chapter)), { chapter }),
      ]),
    };
  },
});

type Chapter = (typeof CHAPTER_NAMES)[number];

/** Who may open no call is not told to write its number. */
const chapterKey = (chapter: Chapter, person: Parameters<typeof mayOpen>[0]): string =>
  chapter === 'words' && !mayOpen(person, callCardPlace.permission)
    ? 'help-words-no-calls'
    : codeKey('help-chapter', chapter);

/** One chapter. */
export const helpChapter = defineScreen({
  ...helpChapterPlace,
  load: ({ person }, { chapter }) => (mayOpen(person, CHAPTERS[chapter]) ? chapter : null),
  render: (chapter, { t, person }) => ({ text: t(chapterKey(chapter, person)), rows: [] }),
});
