import { TROUBLE } from './reply.js';

/** One finished request, for the decision whether to go on. */
export interface FinishedRequest {
  /** null: it was answered. */
  readonly reason: string | null;
  readonly finishedAt: Date;
  /** The server asked to be left alone until then. */
  readonly restUntil: Date | null;
}

/** One or two failures happen to every server. */
const TROUBLE_FROM = 3;
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 3_600_000;
/** So many latest requests decide; the rest grows no further by then. */
export const LOOKED_BACK = 12;

export interface Health {
  /** Nothing is sent before; null: at once. */
  readonly restUntil: Date | null;
  /** After trouble one request at a time tries whether it is over. */
  readonly isProbing: boolean;
}

/**
 * Whether the model is to be left alone: as long as it asked for, and after three failures in a row a minute, twice as
 * long after each further one, an hour at most. Kept in rows, so that a restart forgets nothing.
 * @param latest the latest finished requests, the newest first
 */
export const healthOf = (latest: readonly FinishedRequest[]): Health => {
  // What says nothing of the server (a stop, a call that changed) neither ends a row nor makes it longer.
  const telling = latest.filter(({ reason }) => reason === null || TROUBLE.has(reason));
  const answered = telling.findIndex(({ reason }) => reason === null);
  const row = answered < 0 ? telling.length : answered;
  const newest = telling[0];
  const asked = latest.flatMap(({ restUntil }) => restUntil?.getTime() ?? []);
  const isProbing = row >= TROUBLE_FROM;
  const own =
    isProbing && newest !== undefined
      ? [newest.finishedAt.getTime() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (row - TROUBLE_FROM))]
      : [];
  const until = [...asked, ...own];
  return { restUntil: until.length === 0 ? null : new Date(Math.max(...until)), isProbing };
};
