import type { CallRecord } from '@perezvon/contracts';
import { redactTurns, type RedactedTurn } from '@perezvon/lm/redact';
import { MAX_ANSWER_TOKENS, SAMPLING } from './content.js';

/** How the server is told what an answer looks like; not every one knows schemas. */
export type AnswerFormat = 'json_schema' | 'json_object';

/** What is sent for one call, and what its answer is read with. */
export interface ModelRequest {
  /** The body of `POST /chat/completions`, JSON. */
  readonly body: string;
  /** The most that the request can cost: no tokeniser makes more tokens than there are bytes. */
  readonly maxTokens: number;
  readonly turns: readonly RedactedTurn[];
}

export interface RequestParts {
  readonly model: string;
  readonly prompt: string;
  /** JSON Schema of the answer. */
  readonly schema: unknown;
}

/** The turns as JSON: whatever is said in a call stays inside a JSON string and cannot pass for anything else. */
const talkText = (turns: readonly RedactedTurn[]): string =>
  JSON.stringify(turns.map(({ speaker, text }, turn) => ({ turn, speaker, text })));

const formatOf = (format: AnswerFormat, schema: unknown): object =>
  format === 'json_schema'
    ? { type: 'json_schema', json_schema: { name: 'call_labels', strict: true, schema } }
    : { type: 'json_object' };

const promptOf = (format: AnswerFormat, { prompt, schema }: RequestParts): string =>
  format === 'json_schema' ? prompt : `${prompt}\nСхема ответа (JSON Schema):\n${JSON.stringify(schema)}\n`;

/**
 * The request for one call. Of the call there are the redacted turns and nothing else: no id, no time, no operator, no
 * phone, nothing of the telephony's own analysis.
 */
export const modelRequest = (call: CallRecord, parts: RequestParts, format: AnswerFormat): ModelRequest => {
  const turns = redactTurns(call.transcript ?? []);
  const body = JSON.stringify({
    model: parts.model,
    ...SAMPLING,
    max_tokens: MAX_ANSWER_TOKENS,
    response_format: formatOf(format, parts.schema),
    messages: [
      { role: 'system', content: promptOf(format, parts) },
      { role: 'user', content: talkText(turns) },
    ],
  });
  return { body, maxTokens: Buffer.byteLength(body) + MAX_ANSWER_TOKENS, turns };
};
