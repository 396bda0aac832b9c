import type { Evidence, Turn } from '@perezvon/contracts';
import { findPersonal, MASK, type Range } from '@perezvon/lm/redact';
import type { Person } from '../../people/person.js';
import { seesMasked } from '../../text/visible-words.js';

/** Words of a turn that are shown in one way. */
interface Segment {
  text: string;
  /** Quoted by the score. */
  marked: boolean;
}

/** A turn, or a part of one that is longer than a page. */
export interface Passage {
  /** Index of the turn. */
  turn: number;
  t: number | null;
  speaker: Turn['speaker'];
  segments: readonly Segment[];
}

/** A message holds 4096; the rest is for times, names and the title. */
const PAGE_ROOM = 2_800;
/** What a time, a name and a line's end take. */
const PASSAGE_OVERHEAD = 20;
const MAX_PASSAGE = 1_400;

/** Where quotes stand in a turn; one that does not stand there literally is not marked. */
const quotedRanges = (text: string, quotes: readonly string[]): Range[] =>
  quotes.flatMap((quote) => {
    const start = text.indexOf(quote);
    return start < 0 || quote === '' ? [] : [{ start, end: start + quote.length }];
  });

const covers = (ranges: readonly Range[], at: number): boolean =>
  ranges.some(({ start, end }) => start <= at && at < end);

/** Cuts a turn where masking or marking begins or ends, hides what is personal and joins what looks alike. */
const segmentsOf = (text: string, marked: readonly Range[], hidden: readonly Range[]): Segment[] => {
  const edges = [0, text.length, ...[...marked, ...hidden].flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(edges)].toSorted((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, index) => ({
      text: covers(hidden, start)
        ? hidden.some((range) => range.start === start)
          ? MASK
          : ''
        : text.slice(start, cuts[index + 1]),
      marked: covers(marked, start),
    }))
    .filter(({ text }) => text !== '');
};

/** Splits after `room` characters, at a space where one is near; never inside a character made of two units. */
const splitText = (text: string, room: number): [string, string] => {
  const space = text.lastIndexOf(' ', room);
  const at = space > room / 2 ? space + 1 : room - (/[\uD800-\uDBFF]/.test(text.charAt(room - 1)) ? 1 : 0);
  return [text.slice(0, at), text.slice(at)];
};

/** Parts of at most `MAX_PASSAGE` characters: one endless turn still makes pages. */
const splitSegments = (segments: readonly Segment[]): Segment[][] => {
  const parts: Segment[][] = [[]];
  let used = 0;
  for (const segment of segments) {
    let rest = segment.text;
    while (rest.length > MAX_PASSAGE - used) {
      const [head, tail] = splitText(rest, MAX_PASSAGE - used);
      if (head !== '') parts.at(-1)?.push({ ...segment, text: head });
      parts.push([]);
      used = 0;
      rest = tail;
    }
    if (rest !== '') parts.at(-1)?.push({ ...segment, text: rest });
    used += rest.length;
  }
  return parts.filter((part) => part.length > 0);
};

const passagesOf = (
  turn: Turn,
  index: number,
  evidence: readonly Evidence[],
  hidden: readonly Range[],
): Passage[] => {
  const quotes = evidence.filter((one) => one.turn === index).map(({ quote }) => quote);
  const segments = segmentsOf(turn.text, quotedRanges(turn.text, quotes), hidden);
  return splitSegments(segments).map((part) => ({
    turn: index,
    t: turn.t,
    speaker: turn.speaker,
    segments: part,
  }));
};

const lengthOf = ({ segments }: Passage): number =>
  segments.reduce((sum, { text }) => sum + text.length, PASSAGE_OVERHEAD);

/**
 * The turns of a call as pages that each fit one message, as this person may read them: evidence marked, personal
 * words hidden.
 * @returns [] when nothing was said
 */
export const transcriptPages = (
  turns: readonly Turn[],
  evidence: readonly Evidence[],
  person: Pick<Person, 'role'>,
): Passage[][] => {
  const hidden = seesMasked(person) ? findPersonal(turns, 'shown') : [];
  const pages: Passage[][] = [];
  let room = 0;
  for (const passage of turns.flatMap((turn, index) =>
    passagesOf(turn, index, evidence, hidden[index] ?? []),
  )) {
    const length = lengthOf(passage);
    if (length > room) {
      pages.push([]);
      room = PAGE_ROOM;
    }
    pages.at(-1)?.push(passage);
    room -= length;
  }
  return pages;
};
