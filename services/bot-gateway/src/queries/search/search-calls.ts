import { Turn, type Direction as CallDirection, type Outcome } from '@perezvon/contracts';
import { Prisma, type Db } from '@perezvon/db';
import { isUnread } from '@perezvon/db/calls';
import { z } from 'zod';
import { pageOf, type Direction, type Page } from '../page.js';
import {
  listCandidates,
  matchStored,
  matchVisible,
  type Candidate,
  type FoundSegment,
  type Span,
} from './search-words.js';

/** A call's place in what was found: the latest first. */
export interface FoundCursor {
  /** Start of the call in milliseconds since 1970. */
  at: number;
  historyId: number;
}

/** A turn of a call with the words that were looked for. */
export interface FoundTurn {
  speaker: Turn['speaker'];
  /** Seconds from the beginning; null: not known. */
  t: number | null;
  segments: readonly FoundSegment[];
}

export interface FoundCall {
  historyId: number;
  callDate: Date;
  direction: CallDirection;
  operator: string | null;
  /** null: not scored yet. */
  outcome: Outcome | null;
  /** There was nothing to read: the transcript had not come. */
  isUnread: boolean;
  clientPhoneLast4: string | null;
  /** The turn that says most of the words; null: no words were looked for. */
  turn: FoundTurn | null;
  cursor: FoundCursor;
}

/** What is looked for; each part narrows the others, null narrows nothing. */
export interface SearchFilter {
  words: string | null;
  clientPhoneHash: Uint8Array | null;
  operator: { code: string | null } | null;
  period: Span | null;
}

export interface SearchCalls extends SearchFilter {
  from: { cursor: FoundCursor; direction: Direction } | null;
  limit: number;
  /** The turns of a call as the person who looks may read them. */
  visible: (turns: readonly Turn[]) => string[];
}

export interface FoundPage extends Page<FoundCall> {
  /** The place up to which was looked when there is more to look through than one page takes; null: to the end. */
  stoppedAt: FoundCursor | null;
}

/** Calls that the index names for one page, at most: the order of quoted words is looked up in the transcript. */
const MAX_CANDIDATES = 150;
/** Transcripts that are read for one page, at most: finding what is personal in one takes a millisecond of our own time. */
const MAX_READ = 50;
/** Beyond the first look, which is a page. */
const CANDIDATES_AT_ONCE = 25;

const placeOf = ({ historyId, callDate }: Candidate): FoundCursor => ({
  at: callDate.getTime(),
  historyId: Number(historyId),
});

/** The stretch of time in which there are calls at all; null: there are none. */
const findSpan = async (db: Db): Promise<Span | null> => {
  const [row] = await db.$queryRaw<{ since: Date | null; last: Date | null }[]>`
    SELECT (SELECT min(call_date) FROM calls) AS since, (SELECT max(call_date) FROM calls) AS last`;
  return row?.since && row.last ? { since: row.since, until: new Date(row.last.getTime() + 1) } : null;
};

const narrowed = (whole: Span, period: Span | null): Span =>
  period === null
    ? whole
    : {
        since: new Date(Math.max(whole.since.getTime(), period.since.getTime())),
        until: new Date(Math.min(whole.until.getTime(), period.until.getTime())),
      };

/** The next calls by client, operator and time: each of these has an index in the order of the list. */
export const plainLook = (
  { clientPhoneHash, operator, period }: SearchFilter,
  { from, direction, limit }: { from: Candidate | null; direction: Direction; limit: number },
): Prisma.Sql => {
  const isOn = direction === 'on';
  const order = isOn ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const conditions = [
    ...(clientPhoneHash === null ? [] : [Prisma.sql`c.client_phone_hash = ${clientPhoneHash}`]),
    // `IS NOT DISTINCT FROM` would not use the index.
    ...(operator === null
      ? []
      : [
          operator.code === null ? Prisma.sql`c.operator IS NULL` : Prisma.sql`c.operator = ${operator.code}`,
        ]),
    ...(period === null
      ? []
      : [Prisma.sql`c.call_date >= ${period.since} AND c.call_date < ${period.until}`]),
    ...(from === null
      ? []
      : [
          Prisma.sql`(c.call_date, c.history_id) ${isOn ? Prisma.sql`<` : Prisma.sql`>`} (${from.callDate}, ${from.historyId}::bigint)`,
        ]),
  ];
  // Only with it in the order the index of operators is read in the order of the list, where none is asked for.
  const byNobody =
    operator !== null && operator.code === null ? Prisma.sql`c.operator ${order},` : Prisma.empty;
  const where =
    conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  return Prisma.sql`
    SELECT c.history_id AS "historyId", c.call_date AS "callDate" FROM calls AS c ${where}
    ORDER BY ${byNobody} c.call_date ${order}, c.history_id ${order} LIMIT ${limit}`;
};

/** The calls that may be what is looked for, batch by batch in the order of the list. */
type NextCandidates = (from: Candidate | null, limit: number) => Promise<Candidate[]>;

/** How the next candidates are found. The stretch of time that there is to look through is asked for once a page. */
const candidatesOf = async (db: Db, search: SearchCalls): Promise<NextCandidates> => {
  const direction = search.from?.direction ?? 'on';
  const { words, clientPhoneHash, operator, period } = search;
  if (words === null || clientPhoneHash !== null)
    return (from, limit) => db.$queryRaw<Candidate[]>(plainLook(search, { from, direction, limit }));
  const whole = await findSpan(db);
  if (whole === null) return async () => [];
  const span = narrowed(whole, period);
  const code = operator === null ? null : (operator.code ?? '');
  return (from, limit) => listCandidates(db, span, { words, operator: code, from, direction, limit });
};

/** How many of the words a turn says: the same word twice counts once. */
const hitsOf = (segments: readonly FoundSegment[]): number =>
  new Set(segments.filter(({ isHit }) => isHit).map(({ text }) => text.toLowerCase())).size;

/** The first of the turns that say most of the words. */
const bestTurn = (turns: readonly Turn[], marked: readonly FoundSegment[][]): FoundTurn | null => {
  let best: FoundTurn | null = null;
  let most = 0;
  marked.forEach((segments, index) => {
    const turn = turns[index];
    const hits = hitsOf(segments);
    if (turn === undefined || hits <= most) return;
    best = { speaker: turn.speaker, t: turn.t, segments };
    most = hits;
  });
  return best;
};

interface Match {
  candidate: Candidate;
  turn: FoundTurn | null;
}

/** What a look came to: the calls that have the words, in the order of the list, and how many transcripts were read. */
interface Look {
  matches: readonly Match[];
  read: number;
}

const withWords = async (
  db: Db,
  words: string,
  candidates: readonly Candidate[],
  visible: SearchCalls['visible'],
): Promise<Look> => {
  const likely = await matchStored(db, words, candidates);
  const stored = await db.callTranscript.findMany({
    where: { historyId: { in: likely.map(({ historyId }) => historyId) } },
    select: { historyId: true, turns: true },
  });
  const turnsOf = new Map(stored.map(({ historyId, turns }) => [historyId, z.array(Turn).parse(turns)]));
  const marks = await matchVisible(
    db,
    words,
    [...turnsOf].map(([historyId, turns]) => ({ historyId, texts: visible(turns) })),
  );
  const matches = likely.flatMap((candidate) => {
    const marked = marks.get(candidate.historyId);
    const turns = turnsOf.get(candidate.historyId);
    return marked && turns ? [{ candidate, turn: bestTurn(turns, marked) }] : [];
  });
  return { matches, read: likely.length };
};

const look = async (
  db: Db,
  { words, visible }: SearchCalls,
  candidates: readonly Candidate[],
): Promise<Look> =>
  words === null
    ? { matches: candidates.map((candidate) => ({ candidate, turn: null })), read: 0 }
    : withWords(db, words, candidates, visible);

/** Looks on until a page and one more call are found, or enough was read. */
const collect = async (
  db: Db,
  search: SearchCalls,
): Promise<{ found: Match[]; stoppedAt: FoundCursor | null }> => {
  const { from, limit } = search;
  const nextCandidates = await candidatesOf(db, search);
  const found: Match[] = [];
  let last = from && { historyId: BigInt(from.cursor.historyId), callDate: new Date(from.cursor.at) };
  let named = 0;
  let read = 0;
  while (found.length <= limit) {
    if (named >= MAX_CANDIDATES || read >= MAX_READ) return { found, stoppedAt: last && placeOf(last) };
    const atOnce = named === 0 ? limit + 1 : CANDIDATES_AT_ONCE;
    const candidates = await nextCandidates(last, atOnce);
    const looked = await look(db, search, candidates);
    found.push(...looked.matches);
    if (candidates.length < atOnce) break;
    named += candidates.length;
    read += looked.read;
    last = candidates.at(-1) ?? last;
  }
  return { found, stoppedAt: null };
};

const describe = async (db: Db, matches: readonly Match[]): Promise<FoundCall[]> => {
  const calls = await db.call.findMany({
    where: { historyId: { in: matches.map(({ candidate }) => candidate.historyId) } },
    select: {
      historyId: true,
      direction: true,
      operator: true,
      clientPhoneLast4: true,
      scores: { where: { isCurrent: true }, take: 1, select: { outcome: true, gates: true } },
    },
  });
  const byId = new Map(calls.map((call) => [call.historyId, call]));
  return matches.flatMap(({ candidate, turn }) => {
    const call = byId.get(candidate.historyId);
    if (!call) return [];
    const [score] = call.scores;
    return [
      {
        historyId: Number(candidate.historyId),
        callDate: candidate.callDate,
        direction: call.direction,
        operator: call.operator,
        outcome: score?.outcome ?? null,
        isUnread: score !== undefined && isUnread(score.gates),
        clientPhoneLast4: call.clientPhoneLast4,
        turn,
        cursor: placeOf(candidate),
      },
    ];
  });
};

/**
 * One page of the calls that were looked for, the latest first. The cost follows the page, the words and at most
 * `MAX_READ` transcripts, not the number of calls.
 */
export const searchCalls = async (db: Db, search: SearchCalls): Promise<FoundPage> => {
  const { found, stoppedAt } = await collect(db, search);
  const { rows, ...neighbours } = pageOf(found, search);
  return { ...neighbours, rows: await describe(db, rows), stoppedAt };
};
