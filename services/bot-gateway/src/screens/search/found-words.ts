import type { FoundCall, FoundTurn } from '../../queries/search/search-calls.js';
import type { FoundSegment } from '../../queries/search/search-words.js';
import { html, join, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { outcomeWords } from '../calls/outcome-words.js';

/** What stands before the first word found, and all of it: two lines of a phone. */
const BEFORE_HIT = 40;
const MAX_SNIPPET = 150;

/** Never inside a character that is made of two units. */
const cutEnd = (text: string, room: number): string => text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '');
const cutStart = (text: string, room: number): string => text.slice(-room).replace(/^[\uDC00-\uDFFF]/, '');

/** The last words of what stands before a hit, as far as there is room. */
const endOf = (text: string, room: number): string => {
  if (text.length <= room) return text;
  const cut = cutStart(text, room);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
};

/** A few words around the first that was found. Pure; cuts at words, an endless one is cut inside. */
const snippetOf = (segments: readonly FoundSegment[]): FoundSegment[] => {
  const first = segments.findIndex(({ isHit }) => isHit);
  if (first < 0) return [];
  const before = segments
    .slice(0, first)
    .map(({ text }) => text)
    .join('');
  const snippet: FoundSegment[] = [{ text: endOf(before, BEFORE_HIT), isHit: false }];
  let room = MAX_SNIPPET - Math.min(before.length, BEFORE_HIT);
  for (const segment of segments.slice(first)) {
    const { text, isHit } = segment;
    if (text.length > room) {
      const cut = cutEnd(text, room);
      const space = isHit ? -1 : cut.lastIndexOf(' ');
      snippet.push({ text: `${space > 0 ? cut.slice(0, space) : cut}…`, isHit });
      break;
    }
    snippet.push(segment);
    room -= text.length;
  }
  return snippet.filter(({ text }) => text !== '');
};

const turnLine = ({ speaker, segments }: FoundTurn, t: Translate): Html =>
  t('found-turn', {
    speaker,
    words: join(
      snippetOf(segments).map(({ text, isHit }) => (isHit ? t('found-hit', { words: text }) : html`${text}`)),
      '',
    ),
  });

/** The client's last digits. */
const clientWords = (last4: string, t: Translate): Html =>
  t('found-client', { start: last4.slice(0, 2), end: last4.slice(2) });

interface FoundTools {
  t: Translate;
  moment: (at: Date) => string;
  /** Every call is of the client who was looked for. */
  isOneClient: boolean;
}

/** A call that was found: when, whose, what came of it, and the words. */
export const foundLines = (call: FoundCall, { t, moment, isOneClient }: FoundTools): Html => {
  const { historyId, callDate, operator, clientPhoneLast4, turn } = call;
  return lines(
    join(
      [
        t('found-row', { id: historyId, at: moment(callDate) }),
        ...(operator === null ? [] : [html`${operator}`]),
        outcomeWords(call, t),
        ...(clientPhoneLast4 === null || isOneClient ? [] : [clientWords(clientPhoneLast4, t)]),
      ],
      ' · ',
    ),
    turn === null ? null : turnLine(turn, t),
  );
};
