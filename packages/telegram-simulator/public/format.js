const TIME = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit' });
const NUMBER = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
const MS_PER_S = 1_000;
const BYTES_PER_KB = 1_024;
const AVATAR_COLOURS = 7;

/** @param {number} unixSeconds */
const toDate = (unixSeconds) => new Date(unixSeconds * MS_PER_S);

/** @param {number} unixSeconds */
export const timeOf = (unixSeconds) => TIME.format(toDate(unixSeconds));

/**
 * Equal for times of one day in the reader's time zone.
 * @param {number} unixSeconds
 */
export const dayKey = (unixSeconds) => toDate(unixSeconds).toDateString();

/** @param {number} unixSeconds */
export const dayLabel = (unixSeconds) => {
  const date = toDate(unixSeconds);
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) return 'Сегодня';
  if (date.toDateString() === yesterday.toDateString()) return 'Вчера';
  return (date.getFullYear() === today.getFullYear() ? DAY : DAY_AND_YEAR).format(date);
};

/**
 * The time today, the date before.
 * @param {number} unixSeconds
 */
export const listTime = (unixSeconds) =>
  dayKey(unixSeconds) === new Date().toDateString()
    ? timeOf(unixSeconds)
    : SHORT_DAY.format(toDate(unixSeconds));

/** @param {number} bytes */
export const fileSize = (bytes) => {
  if (bytes < BYTES_PER_KB) return `${bytes} Б`;
  const kilobytes = bytes / BYTES_PER_KB;
  return kilobytes < BYTES_PER_KB
    ? `${NUMBER.format(kilobytes)} КБ`
    : `${NUMBER.format(kilobytes / BYTES_PER_KB)} МБ`;
};

const PLURAL = new Intl.PluralRules('ru');
const MEMBER_WORDS = new Map([
  ['one', 'участник'],
  ['few', 'участника'],
]);

/** @param {number} count */
export const memberCount = (count) => `${count} ${MEMBER_WORDS.get(PLURAL.select(count)) ?? 'участников'}`;

/** @param {{ firstName: string, lastName: string }} person */
export const fullName = ({ firstName, lastName }) => (lastName ? `${firstName} ${lastName}` : firstName);

/**
 * Whole also when it is an emoji; '' of an empty name.
 * @param {string} name
 */
export const firstLetter = (name) => {
  const codePoint = name.codePointAt(0);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint).toUpperCase();
};

/** @param {{ firstName: string, lastName: string }} person */
export const initials = ({ firstName, lastName }) => firstLetter(firstName) + firstLetter(lastName);

/** @param {number} id of a person, or of a group below zero */
const colourOf = (id) => Math.abs(id) % AVATAR_COLOURS;

/** @param {number} id */
export const avatarClass = (id) => `avatar avatar-${colourOf(id)}`;

/** @param {number} id */
export const nameClass = (id) => `name-${colourOf(id)}`;
