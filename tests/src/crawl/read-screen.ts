import type { ChatMessage, MessageButton } from '@perezvon/telegram-simulator';

/** A button that can be pressed. */
export interface Key {
  label: string;
  data: string;
}

export const BACK = '⬅️ Назад';
export const MENU = '🏠 Меню';
/** «❓»: what it carries is the id of the screen that it stands on. */
const WHAT = '❓';
const HELP_ON = 'what';

export const keysOf = (message: ChatMessage): Key[] =>
  message.buttons
    .flat()
    .flatMap(({ text, callbackData }: MessageButton) =>
      callbackData === null ? [] : [{ label: text, data: callbackData }],
    );

/** `id.fingerprint.field.field…`: what a button leads to, and with what. */
const partsOf = (data: string): string[] => data.split('.');
export const idOf = (data: string): string => partsOf(data)[0] ?? '';
const fieldsOf = (data: string): string[] => partsOf(data).slice(2);

/** Which screen a message shows; null: the menu, the door and the help do not say it. */
export const screenOf = (message: ChatMessage): string | null => {
  const what = keysOf(message).find(({ label, data }) => label === WHAT && idOf(data) === HELP_ON);
  return what ? (fieldsOf(what.data)[0] ?? null) : null;
};

/** Everything that a person sees of a message. */
export const looksOf = ({ text, buttons }: ChatMessage): string => JSON.stringify([text, buttons]);

/** A choice is one character; ids (see `startProduct`), words and moments are longer: one is as good as another. */
const classOf = (field: string): string => (field.length > 1 ? '…' : field);

/** The screen that a button stands on. */
interface Place {
  screen: string;
  /** The data that the screen was opened with; null: not known. */
  data: string | null;
  keys: readonly Key[];
}

/** Which of a button's fields choose something here: those that it changes, or that its neighbours have otherwise. */
const choicesOf = (to: string, { data, keys }: Place): string[] => {
  const isSame = data !== null && idOf(data) === idOf(to);
  const others = isSame ? [data] : keys.map((key) => key.data).filter((other) => idOf(other) === idOf(to));
  const otherFields = others.map(fieldsOf);
  return fieldsOf(to).map((field, place) =>
    otherFields.every((fields) => fields[place] === field) ? '=' : classOf(field),
  );
};

/** From which screen to which: what a link is when its choice does not matter. */
export const pairOf = (screen: string, to: string): string => `${screen} › ${to}`;

/**
 * What kind of link a button is: the screen it stands on, what it leads to, and the choice that it makes. Rows of a list
 * are one kind; tabs are told apart.
 */
export const linkKind = (place: Place, to: string): string =>
  `${pairOf(place.screen, idOf(to))} ${choicesOf(to, place).join('.')}`;
