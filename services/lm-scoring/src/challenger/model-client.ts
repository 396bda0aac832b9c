import { z } from 'zod';
import { ModelAnswer } from './answer.js';
import type { ChallengerSettings } from './environment.js';
import type { Failure, Reply } from './reply.js';
import type { AnswerFormat } from './request.js';

/** An answer is some kilobytes; whoever sends more is no chat server. */
const MAX_ANSWER_BYTES = 1_000_000;
const MS_PER_S = 1_000;
/** A server that asks for a longer rest is asked again after this one. */
const MAX_REST_MS = 6 * 3_600 * MS_PER_S;
/** When it says that it is too much and not for how long. */
const USUAL_REST_MS = 60 * MS_PER_S;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR_FROM = 500;
/** What servers answer to a `response_format` that they do not know. */
const BAD_REQUESTS: readonly number[] = [400, 422];

const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.int().nonnegative() }).nullish(),
});

export interface ModelClient {
  /**
   * Asks once and waits no longer than the time-out, the answer's body included.
   * @param stop ends the wait: the process stops
   * @returns whatever came of it; no text of the server, of the call, and no key is in it
   */
  readonly ask: (body: string, format: AnswerFormat, stop: AbortSignal) => Promise<Reply>;
}

const failed = (reason: Failure, rest: { tokens?: number | null; restMs?: number | null } = {}): Reply => ({
  kind: 'failed',
  reason,
  tokens: rest.tokens ?? null,
  restMs: rest.restMs ?? null,
});

/** `Retry-After`: seconds, or a date. */
const restAskedFor = ({ headers }: Response, now: Date): number | null => {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * MS_PER_S : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(MAX_REST_MS, Math.max(0, ms));
};

/** @returns null when there is more than an answer can be */
const readText = async ({ body }: Response): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readCompletion = (text: string): Reply => {
  const completion = Completion.safeParse(parseJson(text));
  if (!completion.success) return failed('bad_answer');
  const { choices, usage } = completion.data;
  const tokens = usage?.total_tokens ?? null;
  const [choice] = choices;
  const content = choice?.message.content ?? '';
  const isRefused = typeof choice?.message.refusal === 'string' || choice?.finish_reason === 'length';
  if (isRefused || content === '') return failed('no_answer', { tokens });
  const answer = ModelAnswer.safeParse(parseJson(content));
  return answer.success
    ? { kind: 'answered', answer: answer.data, tokens }
    : failed('bad_answer', { tokens });
};

const readReply = async (response: Response, format: AnswerFormat, now: Date): Promise<Reply> => {
  const { status, ok } = response;
  if (ok) {
    const text = await readText(response);
    return text === null ? failed('too_large') : readCompletion(text);
  }
  await response.body?.cancel();
  const restMs = restAskedFor(response, now);
  if (status === TOO_MANY_REQUESTS)
    return failed('rate_limited', { tokens: 0, restMs: restMs ?? USUAL_REST_MS });
  if (status >= SERVER_ERROR_FROM) return failed('server_error', { restMs });
  const isSchema = format === 'json_schema' && BAD_REQUESTS.includes(status);
  return failed(isSchema ? 'schema_refused' : 'refused', { tokens: 0 });
};

/** Speaks with an OpenAI-compatible server. */
export const createModelClient = (
  { baseUrl, apiKey, timeoutMs }: Pick<ChallengerSettings, 'baseUrl' | 'apiKey' | 'timeoutMs'>,
  { now }: { now: () => Date },
): ModelClient => ({
  ask: async (body, format, stop) => {
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${baseUrl}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
        },
        body,
        // What was meant for one server is not carried to another.
        redirect: 'error',
        signal: AbortSignal.any([late, stop]),
      });
      return await readReply(response, format, now());
    } catch {
      // What fetch throws may quote the address; the reason is all that anybody needs.
      if (stop.aborted) return failed('stopped');
      return failed(late.aborted ? 'timeout' : 'unreachable');
    }
  },
});
