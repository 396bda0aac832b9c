import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ModelAnswer } from '../challenger/answer.js';

/** The part of a request that a behaviour may look at. */
const ChatRequest = z.object({
  model: z.string(),
  response_format: z.object({ type: z.string() }),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

const Turns = z.array(z.object({ turn: z.int(), speaker: z.string(), text: z.string() }));
export type SentTurns = z.infer<typeof Turns>;

/** The turns of the call that a request is about, as they left the house. */
export const turnsOf = ({ messages }: ChatRequest): SentTurns => Turns.parse(JSON.parse(messages[1].content));

export type Behaviour = (request: ChatRequest, response: ServerResponse) => void;

export interface StandInModel {
  /** For `LM_LLM_BASE_URL`. */
  readonly baseUrl: string;
  /** What has arrived, as it was sent. */
  readonly received: readonly { readonly body: string; readonly headers: IncomingHttpHeaders }[];
  /** The most requests that were being answered at one time. */
  readonly mostAtOnce: () => number;
  /** How every request is answered from now on. */
  readonly behave: (behaviour: Behaviour) => void;
  /** How the next request is answered; several calls make a queue. */
  readonly next: (behaviour: Behaviour) => void;
  readonly stop: () => Promise<void>;
}

const USAGE = { prompt_tokens: 1_500, completion_tokens: 200, total_tokens: 1_700 };
const OK = 200;

const sendJson = (response: ServerResponse, value: unknown): void => {
  response.writeHead(OK, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

/** Answers with this text where the JSON should be. */
export const saying =
  (content: string, more: { finish_reason?: string; refusal?: string } = {}): Behaviour =>
  (_, response) => {
    const { finish_reason = 'stop', refusal = null } = more;
    sendJson(response, {
      choices: [{ index: 0, finish_reason, message: { role: 'assistant', content, refusal } }],
      usage: USAGE,
    });
  };

/** Labels the call. */
export const answering =
  (answer: (turns: SentTurns, request: ChatRequest) => object): Behaviour =>
  (request, response) =>
    saying(JSON.stringify(answer(turnsOf(request), request)))(request, response);

/** Refuses with a status; the body repeats the request, as careless servers do. */
export const refusing =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (request, response) => {
    response.writeHead(status, headers).end(JSON.stringify({ error: request.messages[1].content }));
  };

/** Takes the request and says nothing. */
export const hanging: Behaviour = () => {};

const HUGE_BYTES = 4_000_000;
/** Sends more than any answer is. */
export const flooding: Behaviour = (_, response) => {
  response.writeHead(OK, { 'content-type': 'application/json' }).end(`{"pad":"${'x'.repeat(HUGE_BYTES)}"}`);
};

/** Ends the connection in the middle of an answer. */
export const breakingOff: Behaviour = (_, response) => {
  response.writeHead(OK, { 'content-length': '1000' });
  response.write('{"choices":', () => response.destroy());
};

/** A calm call: an appointment is made and nothing else. */
export const CALM_ANSWER: ModelAnswer = {
  valid_dialogue: true,
  outcome: 'record',
  is_target: true,
  complaint_risk: 'none',
  followup_needed: false,
  followup_reason: null,
  lost_opportunity: false,
  loss_reason: null,
  churn_risk: 'low',
  cross_sell: false,
  evidence: [],
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
};

/** An OpenAI-compatible server on this machine that does what a test tells it; calm answers until then. */
export const startStandInModel = async (): Promise<StandInModel> => {
  const received: { body: string; headers: IncomingHttpHeaders }[] = [];
  const queue: Behaviour[] = [];
  let usual: Behaviour = answering(() => CALM_ANSWER);
  let atOnce = 0;
  let mostAtOnce = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => (atOnce -= 1));
    const body = await bodyOf(request);
    received.push({ body, headers: request.headers });
    (queue.shift() ?? usual)(ChatRequest.parse(JSON.parse(body)), response);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in listens at no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    received,
    mostAtOnce: () => mostAtOnce,
    behave: (behaviour) => (usual = behaviour),
    next: (behaviour) => void queue.push(behaviour),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
