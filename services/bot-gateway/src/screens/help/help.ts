import { codeKey } from '@perezvon/texts';
import { mayOpen, nameOf, type Person } from '../../people/person.js';
import { listActivePeople, type StoredPerson } from '../../store/people.js';
import { findContacts } from '../../store/settings.js';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { contactLines } from '../settings/contacts.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { CHAPTER_NAMES, chapterOf, CHAPTERS, isChapter, type Chapter } from './help-chapters.js';
import { inRows } from '../in-rows.js';
import { helpChapterPlace, helpOnPlace, helpPlace } from '../places/help.js';
import { myProblemsPlace, problemPlace } from '../places/problems.js';
import { callCardPlace } from '../places/work.js';

/** Whom to write to when it is urgent: as many as one reads. */
const MAX_CONTACTS = 3;

/** Chapters have short titles: two fit a row. */
const chapterRows = (person: Person, t: Translate): Button[][] => {
  const chapters = CHAPTER_NAMES.filter((chapter) => mayOpen(person, CHAPTERS[chapter])).map((chapter) =>
    helpChapterPlace.link(t(codeKey('help-button', chapter)), { chapter }),
  );
  return inRows(2, chapters);
};

/** The superadmins, where nobody was named in the settings. */
const superadminLines = (superadmins: readonly StoredPerson[], person: Person, t: Translate): Html[] => {
  const others = superadmins.filter(({ id }) => id !== person.id).slice(0, MAX_CONTACTS);
  return [
    t('help-urgent', { count: others.length }),
    ...others.map((other) =>
      other.username === null ? html`• ${nameOf(other)}` : html`• ${nameOf(other)} (@${other.username})`,
    ),
  ];
};

/** «❓ Помощь»: the chapters for the role, whom to write to, and the way to the developers. */
export const help = defineScreen({
  ...helpPlace,
  load: async ({ db }) => ({
    contacts: await findContacts(db),
    superadmins: await listActivePeople(db, ['superadmin']),
  }),
  render: ({ contacts, superadmins }, { t, person }) => {
    const named = contactLines(contacts, t);
    return {
      text: lines(
        t('help-title'),
        '',
        named.length > 0 ? [t('contacts-title'), ...named] : superadminLines(superadmins, person, t),
      ),
      rows: [
        ...chapterRows(person, t),
        [
          problemPlace.link(t('button-problem'), { screen: null, update: null }),
          myProblemsPlace.link(t('button-my-problems'), { page: 0 }),
        ],
      ],
    };
  },
});

/** Who may open no call is not told to write its number. */
const chapterWords = (chapter: Chapter, person: Person, t: Translate): Html =>
  t(
    chapter === 'words' && !mayOpen(person, callCardPlace.permission)
      ? 'help-words-no-calls'
      : codeKey('help-chapter', chapter),
  );

const readable = (name: string | null | undefined, person: Person): Chapter | null =>
  name && isChapter(name) && mayOpen(person, CHAPTERS[name]) ? name : null;

/** One chapter, from the list. */
export const helpChapter = defineScreen({
  ...helpChapterPlace,
  load: ({ person }, { chapter }) => readable(chapter, person),
  render: (chapter, { t, person }) => ({ text: chapterWords(chapter, person, t), rows: [] }),
});

/** «❓»: the chapter that explains a screen. */
export const helpOn = defineScreen({
  ...helpOnPlace,
  load: ({ person }, { screen }) => readable(chapterOf(screen), person),
  render: (chapter, { t, person, params }) => ({
    text: chapterWords(chapter, person, t),
    rows: [
      [
        problemPlace.link(t('button-problem'), { screen: params.screen, update: null }),
        helpPlace.link(t('button-all-chapters'), {}),
      ],
    ],
  }),
});
