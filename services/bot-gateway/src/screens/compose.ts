import { mayOpen, type Person } from '../people/person.js';
import { clip, lines, toPlainText, type Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Attachment } from './attachment.js';
import type { Button } from './define-place.js';
import type { Drawing } from './define-screen.js';
import { idOf } from './codec.js';
import { chapterOf } from './help/help-chapters.js';
import { packBack, type Trail } from './navigation.js';
import type { Notice } from './notice.js';
import { helpOnPlace } from './places/help.js';
import { menuPlace } from './places/root.js';

/** Telegram's limits, counted after the markup is read. */
const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
/** Telegram takes at most 100 buttons; one row is for the way back. */
const MAX_ROWS = 49;

/** A button as Telegram takes it. */
interface PlainButton {
  text: string;
  data: string;
}

/** A message ready to be sent, in nobody's particular API. */
export interface Composed {
  text: Html;
  rows: readonly (readonly PlainButton[])[];
  attachment: Attachment | null;
}

/** A button without the question who may press it. */
export const toPlainButton = ({ label, data }: Button): PlainButton => ({ text: toPlainText(label), data });

interface Frame {
  person: Person;
  t: Translate;
  /** The way to the drawing's screen, which is its last. */
  trail: Trail;
  /** What has just happened, above the screen's own text. */
  notice: Notice | null;
}

/** «❓» of the screen that a trail ends in; none where no chapter explains it: on the help itself. */
const helpOn = ({ t, trail }: Pick<Frame, 't' | 'trail'>): PlainButton[] => {
  const screen = idOf(trail.at(-1)?.data ?? '');
  if (!chapterOf(screen)) return [];
  return [{ text: toPlainText(t('button-what')), data: helpOnPlace.address({ screen }).data }];
};

/** «⬅️ Назад», «🏠 Меню» and «❓»; a root screen has none of them. */
const wayBack = (frame: Pick<Frame, 't' | 'trail'>): PlainButton[] => {
  const { t, trail } = frame;
  if (trail.length < 2) return [];
  return [
    { text: toPlainText(t('button-back')), data: packBack(trail.length - 2) },
    { text: toPlainText(t('button-menu')), data: menuPlace.address({}).data },
    ...helpOn(frame),
  ];
};

/** Puts a screen's drawing into its frame: notice above, way back below, nothing that the person may not press. */
export const compose = (drawing: Drawing, { person, t, trail, notice }: Frame): Composed => {
  const text = notice === null ? drawing.text : lines(notice, '', drawing.text);
  const rows = [...drawing.rows, notice?.buttons ?? []]
    .map((row) => row.filter(({ access }) => mayOpen(person, access)))
    .map((row) => row.map(toPlainButton))
    .filter((row) => row.length > 0)
    .slice(0, MAX_ROWS);
  const back = wayBack({ t, trail });
  return {
    text: clip(text, drawing.attachment ? MAX_CAPTION : MAX_TEXT, t('text-cut')),
    rows: back.length > 0 ? [...rows, back] : rows,
    attachment: drawing.attachment ?? null,
  };
};

/** A bare message with nothing but the way to the menu. */
export const composeLine = (text: Html, t: Translate, rows: readonly PlainButton[][] = []): Composed => ({
  text,
  rows: [
    ...rows.filter((row) => row.length > 0),
    [{ text: toPlainText(t('button-menu')), data: menuPlace.address({}).data }],
  ],
  attachment: null,
});

/** A notice without a screen. A group has no screens to go to: it gets the words alone. */
export const composeNotice = (notice: Notice, t: Translate, { isGroup }: { isGroup: boolean }): Composed =>
  isGroup
    ? { text: notice, rows: [], attachment: null }
    : composeLine(notice, t, [(notice.buttons ?? []).map(toPlainButton)]);
