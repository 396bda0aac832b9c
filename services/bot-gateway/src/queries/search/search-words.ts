import { Prisma, type Db } from '@perezvon/db';
import { DAY_MS } from '../../domain/durations.js';
import type { Direction } from '../page.js';

/**
 * Words of a transcript as people type them: all of them, «"в кавычках"» together and in this order, «-слово» not.
 * PostgreSQL reads it; nothing that somebody types is an error.
 */
const wordsQuery = (words: string): Prisma.Sql =>
  Prisma.sql`websearch_to_tsquery('pg_catalog.russian', ${words})`;

/**
 * The same without the order of quoted words: the index answers it alone, without reading transcripts. It finds
 * everything that the words find, and a little more.
 */
const unordered = (words: string): string => words.replace(/-\s*"[^"]*"?/g, ' ').replaceAll('"', ' ');

/**
 * What has to be said, as PostgreSQL writes it down. Transcripts as they are stored are asked for this alone: if «-Иванова»
 * left a call out by words that are hidden from whoever looks, its absence would tell him that they were said.
 */
const saidWords = (words: string): Prisma.Sql => Prisma.sql`querytree(${wordsQuery(words)})`;

/** Whether the index can look for these words; without them every call would have to be read («и не», «-слово»). */
export const areWordsSearchable = async (db: Db, words: string): Promise<boolean> => {
  const [row] = await db.$queryRaw<{ tree: string }[]>`SELECT ${saidWords(unordered(words))} AS tree`;
  return row !== undefined && row.tree !== '' && row.tree !== 'T';
};

/**
 * How far back one look reaches, in days; the last is repeated. The index holds each call's day in steps of these
 * lengths (the migration of `searchable_words`): a stretch of time is one or two of its words.
 */
const STEPS = [1, 8, 64, 512] as const;

/** A stretch of time, [since, until). */
export interface Span {
  since: Date;
  until: Date;
}

/**
 * Stretches that cover a span from one end to the other, each longer than the one before: common words are found in the
 * first, rare ones cost a few looks. Pure.
 */
export const stretchesOf = (span: Span, direction: Direction): (Span & { step: number })[] => {
  const stretches: (Span & { step: number })[] = [];
  const [first, last] = [span.since.getTime(), span.until.getTime()];
  let at = direction === 'on' ? last : first;
  while (direction === 'on' ? at > first : at < last) {
    const step = STEPS[stretches.length] ?? STEPS[3];
    // The first one ends with the day that it begins in: then it is one word of the index.
    const edge =
      stretches.length === 0
        ? (direction === 'on' ? Math.ceil(at / DAY_MS) - 1 : Math.floor(at / DAY_MS) + 1) * DAY_MS
        : at + (direction === 'on' ? -step : step) * DAY_MS;
    const next = direction === 'on' ? Math.max(edge, first) : Math.min(edge, last);
    stretches.push({ since: new Date(Math.min(at, next)), until: new Date(Math.max(at, next)), step });
    at = next;
  }
  return stretches;
};

/** A word of the index as it has to stand in a query, whatever an operator's code holds. */
const lexeme = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The index's words of a stretch of time and of an operator. */
const marksOf = ({ since, until, step }: Span & { step: number }, operator: string | null): string => {
  const [first, last] = [since.getTime(), until.getTime() - 1].map((at) => Math.floor(at / (step * DAY_MS)));
  const times = [...new Set([first, last])].map((number) => lexeme(`@${step}:${number}`)).join(' | ');
  return operator === null ? times : `(${times}) & ${lexeme(`@op:${operator}`)}`;
};

/** A call that may have the words, with its place. */
export interface Candidate {
  historyId: bigint;
  callDate: Date;
}

interface LookForWords {
  words: string;
  /** null: anybody's calls. */
  operator: string | null;
  /** The place to go on from; null: from the end of the span. */
  from: Candidate | null;
  direction: Direction;
  limit: number;
}

/** The statement of one look; a test looks at its plan. */
export const wordsLook = (
  stretch: Span & { step: number },
  { words, operator, from, direction, limit }: LookForWords,
): Prisma.Sql => {
  const isOn = direction === 'on';
  const order = isOn ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond =
    from === null
      ? Prisma.empty
      : Prisma.sql`AND (t.call_date, t.history_id) ${isOn ? Prisma.sql`<` : Prisma.sql`>`} (${from.callDate}, ${from.historyId}::bigint)`;
  return Prisma.sql`
    SELECT t.history_id AS "historyId", t.call_date AS "callDate" FROM call_transcripts AS t
    WHERE searchable_words(t.turns, t.call_date, t.operator)
        @@ (${saidWords(unordered(words))}::tsquery && ${marksOf(stretch, operator)}::tsquery)
      AND t.call_date >= ${stretch.since} AND t.call_date < ${stretch.until} ${beyond}
    ORDER BY t.call_date ${order}, t.history_id ${order} LIMIT ${limit}`;
};

/**
 * The next calls that may have the words, in the order of the list, looked for stretch by stretch. The cost follows the
 * calls of the stretch in which they are found, not the number of calls.
 * @returns fewer than `limit`: there are no more in the span
 */
export const listCandidates = async (db: Db, span: Span, look: LookForWords): Promise<Candidate[]> => {
  const found: Candidate[] = [];
  const { direction, from } = look;
  // A call at the very moment of the cursor is behind it or not by its id: the moment itself belongs to the span.
  const rest = {
    since: direction === 'back' && from ? from.callDate : span.since,
    until: direction === 'on' && from ? new Date(from.callDate.getTime() + 1) : span.until,
  };
  for (const stretch of stretchesOf(rest, direction)) {
    const limit = look.limit - found.length;
    found.push(...(await db.$queryRaw<Candidate[]>(wordsLook(stretch, { ...look, limit }))));
    if (found.length >= look.limit) break;
  }
  return found;
};

/**
 * Of these calls those whose transcript, whoever may read it, has the words that have to be said; where it matters in
 * which order they were said the index cannot tell.
 */
export const matchStored = async (
  db: Db,
  words: string,
  candidates: readonly Candidate[],
): Promise<readonly Candidate[]> => {
  if (!words.includes('"')) return candidates;
  const rows = await db.$queryRaw<{ historyId: bigint }[]>`
    WITH asked AS (SELECT ${saidWords(words)} AS tree)
    SELECT t.history_id AS "historyId" FROM call_transcripts AS t, asked
    WHERE t.history_id = ANY (${candidates.map(({ historyId }) => historyId)}::bigint[])
      AND (asked.tree IN ('', 'T') OR searchable_words(t.turns, t.call_date, t.operator) @@ asked.tree::tsquery)`;
  const matching = new Set(rows.map(({ historyId }) => historyId));
  return candidates.filter(({ historyId }) => matching.has(historyId));
};

/** Around the words that were found, in a text of PostgreSQL; nobody types these. */
const HIT_START = '\uE000';
const HIT_END = '\uE001';
const HEADLINE = `HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`;

/** A part of a turn. */
export interface FoundSegment {
  text: string;
  /** One of the words that were looked for. */
  isHit: boolean;
}

const segmentsOf = (marked: string): FoundSegment[] =>
  marked
    .split(HIT_START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isHit: false }];
      const [hit = '', ...rest] = part.split(HIT_END);
      return [
        { text: hit, isHit: true },
        { text: rest.join(''), isHit: false },
      ];
    })
    .filter(({ text }) => text !== '');

/** A call's turns as somebody may read them. */
interface VisibleTurns {
  historyId: bigint;
  texts: readonly string[];
}

/**
 * The calls whose words, as this person may read them, are those that were looked for; with the words marked, turn by
 * turn. What is hidden from a person does not find a call for him.
 */
export const matchVisible = async (
  db: Db,
  words: string,
  calls: readonly VisibleTurns[],
): Promise<Map<bigint, FoundSegment[][]>> => {
  const clean = calls.map(({ texts }) =>
    JSON.stringify(texts.map((text) => text.replace(/[\uE000\uE001]/g, ' '))),
  );
  const rows = await db.$queryRaw<{ historyId: bigint; turns: string[] }[]>`
    WITH asked AS (SELECT ${wordsQuery(words)} AS query)
    SELECT c.id::bigint AS "historyId", ARRAY(
      SELECT ts_headline('pg_catalog.russian', turn.text, asked.query, ${HEADLINE})
      FROM jsonb_array_elements_text(c.texts::jsonb) WITH ORDINALITY AS turn (text, place) ORDER BY turn.place
    ) AS turns
    FROM unnest(${calls.map(({ historyId }) => String(historyId))}::text[], ${clean}::text[]) AS c (id, texts), asked
    WHERE jsonb_to_tsvector('pg_catalog.russian', c.texts::jsonb, '["string"]') @@ asked.query`;
  return new Map(rows.map(({ historyId, turns }) => [historyId, turns.map(segmentsOf)]));
};
