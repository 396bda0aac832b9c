import { mayOpen, nameOf, type Person } from '../people/person.js';
import { listActivePeople } from '../store/people.js';
import { codeKey } from '../text/code-key.js';
import { html, lines, type Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Button } from './define-place.js';
import { defineScreen } from './define-screen.js';
import { CHAPTER_NAMES, chapterOf, CHAPTERS, isChapter, type Chapter } from './help-chapters.js';
import { helpChapterPlace, helpOnPlace, helpPlace } from './places/help.js';
import { callCardPlace } from './places/work.js';

/** Whom to write to when it is urgent: as many as one reads. */
const MAX_CONTACTS = 3;

/** Chapters have short titles: two fit a row. */
const chapterRows = (person: Person, t: Translate): Button[][] => {
  const buttons = CHAPTER_NAMES.filter((chapter) => mayOpen(person, CHAPTERS[chapter])).map((chapter) =>
    helpChapterPlace.link(t(codeKey('help-button', chapter)), { chapter }),
  );
  return buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
};

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
      rows: chapterRows(person, t),
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
  render: (chapter, { t, person }) => ({
    text: chapterWords(chapter, person, t),
    rows: [[helpPlace.link(t('button-all-chapters'), {})]],
  }),
});
