import { scoresStored, type CallScore } from '@perezvon/contracts';
import { withTransaction, type Tx } from '@perezvon/db';
import { insertEvents, type ProcessingDeps } from '@perezvon/messaging';
import { keepReceivedCalls, listReceivedCalls, type ReceivedCall } from '../store/received-calls.js';
import { storeScoresBeside } from '../store/scores.js';
import type { Challenger } from './challenger.js';
import type { ChallengerSettings } from './environment.js';
import type { ChallengerMeter } from './meter.js';
import type { ModelClient } from './model-client.js';
import type { Failure, Reply } from './reply.js';
import type { AnswerFormat, ModelRequest } from './request.js';
import { isSchemaRefused, lockReservations, markRequest } from './request-store.js';
import { reserveRequest, type Refusal } from './reserve.js';

export interface ChallengeDeps extends ProcessingDeps {
  readonly challenger: Challenger;
  readonly settings: ChallengerSettings;
  readonly client: ModelClient;
  readonly meter: ChallengerMeter;
  /** The clinic's, IANA. */
  readonly timezone: string;
}

/** A server may learn schemas: it is asked again after this long. */
const SCHEMA_AGAIN_AFTER_MS = 24 * 3_600_000;

interface Pending {
  requestId: number;
  call: ReceivedCall;
  request: ModelRequest;
}

const chooseFormat = async ({ db, challenger, now }: ChallengeDeps): Promise<AnswerFormat> => {
  const since = new Date(now().getTime() - SCHEMA_AGAIN_AFTER_MS);
  return (await isSchemaRefused(db, challenger.tag, since)) ? 'json_object' : 'json_schema';
};

/** Keeps the score beside the current one, unless the call became another while the model thought. */
const storeScore = async (
  tx: Tx,
  { requestId, call }: Pending,
  score: CallScore,
  at: Date,
): Promise<Failure | null> => {
  const [now] = await keepReceivedCalls(tx, [call.record.history_id]);
  if (now?.revision !== call.revision) return 'call_changed';
  const { call_date: callDate, operator } = call.record;
  await storeScoresBeside(tx, [{ score, revision: call.revision, callDate, operator }], at);
  const context = { causedBy: `lm-challenger-${requestId}`, actorId: null, origin: null, at };
  await insertEvents(tx, [scoresStored.of({ callDates: [callDate] })], context);
  return null;
};

const settle = async (deps: ChallengeDeps, pending: Pending, reply: Reply): Promise<Failure | null> => {
  const { db, challenger, meter } = deps;
  const { requestId, call, request } = pending;
  const at = deps.now();
  const read = reply.kind === 'answered' ? challenger.read(call.record, request, reply.answer) : null;
  const restMs = reply.kind === 'failed' ? reply.restMs : null;
  const reason = await withTransaction(db, async (tx) => {
    // Whoever reserves sees this request under way or its score, never neither.
    await lockReservations(tx);
    const failure =
      reply.kind === 'failed' ? reply.reason : read && (await storeScore(tx, pending, read.score, at));
    const restUntil = restMs === null ? null : new Date(at.getTime() + restMs);
    await markRequest(tx, requestId, { reason: failure, tokens: reply.tokens, restUntil, at });
    return failure;
  });
  meter.request(reason ?? 'answered', reply.tokens ?? request.maxTokens);
  if (read !== null) meter.refusedQuotes(read.refusedQuotes);
  return reason;
};

/** `asked`: whatever came of it is stored. Otherwise why nothing was sent. */
export type Asked = 'asked' | 'gone' | Refusal;

/**
 * Sends one call to the model, if the budget and the model's health allow it, and stores what it says. No transaction is
 * open while the model thinks.
 * @param stop the process stops: the request is given up
 * @throws only for trouble with the database
 */
export const askAboutCall = async (
  deps: ChallengeDeps,
  historyId: number,
  stop: AbortSignal,
): Promise<Asked> => {
  const { db, log, challenger, client } = deps;
  const [call] = await listReceivedCalls(db, [historyId]);
  if (call === undefined) return 'gone';
  const format = await chooseFormat(deps);
  const request = challenger.request(call.record, format);
  const reserved = await reserveRequest(deps, {
    historyId,
    revision: call.revision,
    maxTokens: request.maxTokens,
  });
  if (typeof reserved !== 'number') return reserved;

  const reply = await client.ask(request.body, format, stop);
  const reason = await settle(deps, { requestId: reserved, call, request }, reply);
  const fields = { historyId, requestId: reserved, lmVersionTag: challenger.tag };
  if (reason === null) log.debug(fields, 'the language model scored a call');
  else log.warn({ ...fields, reason }, 'the language model brought no score');
  return 'asked';
};
