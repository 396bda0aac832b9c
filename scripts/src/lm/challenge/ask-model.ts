import { setTimeout as pause } from 'node:timers/promises';
import type { CallRecord } from '@perezvon/contracts';
import type {
  AnswerFormat,
  Challenger,
  ChallengerSettings,
  Failure,
  ModelAnswer,
  ModelClient,
  ModelRequest,
} from '@perezvon/lm-scoring/challenger';

/** Why a call has no answer; `budget`: nothing was sent. */
export type NoAnswer = Failure | 'budget';
export type Asked = { request: ModelRequest; answer: ModelAnswer } | { reason: NoAnswer };

/** Somebody sits before the terminal: a longer rest is told and not waited for. */
const LONGEST_WAIT_MS = 120_000;
const MAX_TRIES = 3;
/** So many failures in a row, and the rest would fail too. */
const GIVE_UP_AFTER = 5;

export interface ModelAsker {
  /** Asks about one call; waits when the server asks for it. */
  readonly ask: (call: CallRecord) => Promise<Asked>;
  /** Whether so much failed in a row that asking on is useless. */
  readonly isHopeless: () => boolean;
}

/** Asks within one run's budget; whatever was learned of the server holds for the run. */
export const createModelAsker = (
  challenger: Challenger,
  client: ModelClient,
  { dailyCalls, dailyTokens }: Pick<ChallengerSettings, 'dailyCalls' | 'dailyTokens'>,
  stop: AbortSignal,
): ModelAsker => {
  let format: AnswerFormat = 'json_schema';
  let callsLeft = dailyCalls;
  let tokensLeft = dailyTokens;
  let failedInARow = 0;

  /** Takes the most that the request can cost out of the budget until its cost is known. */
  const send = async (request: ModelRequest) => {
    callsLeft -= 1;
    tokensLeft -= request.maxTokens;
    const reply = await client.ask(request.body, format, stop);
    tokensLeft += request.maxTokens - (reply.tokens ?? request.maxTokens);
    failedInARow = reply.kind === 'answered' ? 0 : failedInARow + 1;
    return reply;
  };

  const ask = async (call: CallRecord): Promise<Asked> => {
    let reason: NoAnswer = 'budget';
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const request = challenger.request(call, format);
      if (callsLeft < 1 || tokensLeft < request.maxTokens) return { reason: 'budget' };
      const reply = await send(request);
      if (reply.kind === 'answered') return { request, answer: reply.answer };
      ({ reason } = reply);
      if (reason === 'schema_refused') format = 'json_object';
      else if (reply.restMs === null || reply.restMs > LONGEST_WAIT_MS) break;
      else await pause(reply.restMs, undefined, { signal: stop });
    }
    return { reason };
  };
  return { ask, isHopeless: () => failedInARow >= GIVE_UP_AFTER };
};
