import { HistoryId } from '@perezvon/contracts';
import { normalisePhone } from '@perezvon/db';
import { parseDay, type DayNumber } from './day-words.js';

/** What one part of a typed search says by its form alone. */
type SearchPart =
  | { kind: 'call'; historyId: number }
  /** `orCall`: the same digits may be a call's id; null: they cannot. */
  | { kind: 'phone'; phone: string; orCall: number | null }
  /** Looks like a number of somebody, with digits missing. */
  | { kind: 'short-phone' }
  | { kind: 'day'; day: DayNumber }
  /** An operator's name or code, or words of a call. */
  | { kind: 'words'; words: string };

/** What somebody typed to find calls; each part narrows the others. */
export interface TypedSearch {
  /** The whole text names one call. */
  call: number | null;
  phone: { phone: string; orCall: number | null } | null;
  day: DayNumber | null;
  /** The parts that only the database can tell apart: operators and words. */
  rest: readonly string[];
  /** What cannot be looked for as it is. */
  problem: 'short-phone' | 'twice' | null;
}

/** Longer is a story, not a search. */
export const MAX_SEARCH_LENGTH = 200;

const CALL_ID = /^(?:звонок|call)?\s*([#№])?\s*(\d{1,16})$/i;
/** «тел. 8 912…» */
const PHONE_LABEL = /^(?:тел(?:ефон)?|phone|tel)[.:]?\s+/i;
/** Digits with what people put between them. */
const PHONE_SHAPE = /^\+?[\d\s()./–—-]+$/;
const EXTENSION = /\s*(?:доб|внутр|ext)\.?\s*\d{1,6}$/i;
const MIN_PHONE_DIGITS = 10;
/** Fewer digits are a time or a count. */
const MIN_SHORT_PHONE_DIGITS = 5;

const readPhone = (part: string, orCall: number | null): SearchPart | null => {
  const written = part.replace(PHONE_LABEL, '').replace(EXTENSION, '');
  if (!PHONE_SHAPE.test(written)) return null;
  const digits = written.replace(/\D/g, '').length;
  const phone = digits >= MIN_PHONE_DIGITS ? normalisePhone(written) : null;
  if (phone !== null) return { kind: 'phone', phone, orCall };
  return digits >= MIN_SHORT_PHONE_DIGITS && orCall === null ? { kind: 'short-phone' } : null;
};

/** What one part says; pure, whatever is stored. */
const readPart = (text: string, now: Date, timezone: string): SearchPart => {
  const part = text.trim().replace(/\s+/g, ' ');
  const day = parseDay(part, now, timezone);
  if (day !== null) return { kind: 'day', day };
  const id = CALL_ID.exec(part);
  const historyId = HistoryId.safeParse(Number(id?.[2])).data ?? null;
  if (historyId !== null && id?.[1] !== undefined) return { kind: 'call', historyId };
  const phone = readPhone(part, historyId);
  if (phone) return phone;
  return historyId === null ? { kind: 'words', words: part } : { kind: 'call', historyId };
};

/**
 * Reads what somebody typed: one thing, or several joined by commas («жалоба, вчера, Ольга»). A call's id counts only
 * alone: with anything else it is a word like others.
 */
export const readSearch = (text: string, now: Date, timezone: string): TypedSearch => {
  const whole = readPart(text, now, timezone);
  const search: TypedSearch = { call: null, phone: null, day: null, rest: [], problem: null };
  if (whole.kind === 'call') return { ...search, call: whole.historyId };
  const parts =
    whole.kind === 'words'
      ? text
          .split(/[,;\n]/)
          .map((part) => part.trim())
          .filter((part) => part !== '')
          .map((part) => readPart(part, now, timezone))
      : [whole];
  const phones = parts.flatMap((part) => (part.kind === 'phone' ? [part] : []));
  const days = parts.flatMap((part) => (part.kind === 'day' ? [part.day] : []));
  const isShort = parts.some(({ kind }) => kind === 'short-phone');
  const isTwice = phones.length > 1 || days.length > 1;
  return {
    ...search,
    phone: phones[0] ? { phone: phones[0].phone, orCall: phones[0].orCall } : null,
    day: days[0] ?? null,
    rest: parts.flatMap((part) => {
      if (part.kind === 'words') return [part.words];
      return part.kind === 'call' ? [String(part.historyId)] : [];
    }),
    problem: isTwice ? 'twice' : isShort ? 'short-phone' : null,
  };
};

/** «31 декабря 2025 года» */
const MAX_DAY_WORDS = 4;

/**
 * What somebody means who leaves out the comma beside a day: «терапевт вчера» → «терапевт, вчера». For when nothing is
 * found: words of a call may well end with «вчера».
 * @returns null when no day stands at an end, or nothing else does
 */
export const withDayApart = (text: string, now: Date, timezone: string): string | null => {
  const words = text.trim().split(/\s+/);
  const isDay = (part: readonly string[]): boolean => parseDay(part.join(' '), now, timezone) !== null;
  if (isDay(words)) return null;
  for (let length = Math.min(MAX_DAY_WORDS, words.length - 1); length > 0; length -= 1) {
    const [head, tail] = [words.slice(0, length), words.slice(-length)];
    if (isDay(tail)) return `${words.slice(0, -length).join(' ')}, ${tail.join(' ')}`;
    if (isDay(head)) return `${words.slice(length).join(' ')}, ${head.join(' ')}`;
  }
  return null;
};
