import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ingest, type IngestCounts, type IngestResult } from '../ingest.js';
import type { Rejection } from '../record/parse-call.js';
import { readJson, type JsonHint } from '../source/read-json.js';
import type { StoreDeps } from '../store/batch-writer.js';
import { BodyTooLarge, readBody } from './request-body.js';

export interface CallRouteDeps extends StoreDeps {
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void };
  /** Called when calls have been stored: the relay need not wait for its next round. */
  onStored: (counts: IngestCounts) => void;
}

/** What the answer lists of them; `rejected_total` counts all. A body of nonsense must not fill the memory. */
const MAX_LISTED_REJECTIONS = 1_000;
const NDJSON_TYPES = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
];
const JSON_TYPES = ['application/json', ...NDJSON_TYPES];
const STATUS = { accepted: 202, badRequest: 400, tooLarge: 413, unsupported: 415, unavailable: 503 } as const;
const RETRY_AFTER_S = 5;

/** What was done of a body, as far as it came. */
interface Tally {
  counts: IngestCounts;
  rejections: Rejection[];
}

const report = ({ counts: { accepted, duplicates, rejected }, rejections }: Tally) => ({
  accepted,
  duplicates,
  rejected: rejections,
  rejected_total: rejected,
});

const hintOf = ({ headers }: FastifyRequest): JsonHint =>
  NDJSON_TYPES.some((type) => headers['content-type']?.toLowerCase().startsWith(type)) ? 'lines' : 'unknown';

const isNoJsonAtAll = ({ readable, rejected }: IngestResult): boolean => readable === 0 && rejected > 0;

const refuseTooLarge = (reply: FastifyReply, maxBytes: number, tally: Tally) =>
  reply.code(STATUS.tooLarge).send({
    error: 'body_too_large',
    message: `The body is longer than ${maxBytes} bytes (INGEST_MAX_BODY_BYTES): send it in parts. Calls counted here are stored.`,
    ...report(tally),
  });

const refuseForNow = (reply: FastifyReply, tally: Tally) =>
  reply
    .code(STATUS.unavailable)
    .header('retry-after', RETRY_AFTER_S)
    .send({
      error: 'not_stored',
      message:
        'The calls could not be stored: send the body again. Calls counted here are stored and will be duplicates.',
      ...report(tally),
    });

const answer = (reply: FastifyReply, result: IngestResult, tally: Tally) =>
  isNoJsonAtAll(result)
    ? reply.code(STATUS.badRequest).send({
        error: 'no_json',
        message: 'The body is no JSON: send one object, an array of objects, or one object a line.',
        ...report(tally),
      })
    : reply.code(STATUS.accepted).send(report(tally));

/** Reads and stores one body; answers what became of it, also when it went wrong half-way. */
const receiveCalls = async (
  request: FastifyRequest,
  reply: FastifyReply,
  maxBytes: number,
  deps: CallRouteDeps,
): Promise<FastifyReply> => {
  const tally: Tally = { counts: { accepted: 0, duplicates: 0, rejected: 0 }, rejections: [] };
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes)
    return refuseTooLarge(reply, maxBytes, tally);
  try {
    const result = await ingest(
      readJson(readBody(body, maxBytes), hintOf(request)),
      {
        zone: null,
        defaultSource: null,
        priority: 'live',
        onRejected: (rejection) => {
          tally.counts.rejected += 1;
          if (tally.rejections.length < MAX_LISTED_REJECTIONS) tally.rejections.push(rejection);
        },
        onProgress: ({ accepted, duplicates }) => {
          tally.counts = { ...tally.counts, accepted, duplicates };
        },
      },
      deps,
    );
    deps.log.info({ requestId: request.id, ...tally.counts }, 'calls received');
    return answer(reply, result, tally);
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuseTooLarge(reply, maxBytes, tally);
    const isCutOff = body.destroyed && !body.readableEnded;
    if (isCutOff) deps.log.info({ requestId: request.id, ...tally.counts }, 'request broken off');
    else deps.log.error({ requestId: request.id, ...tally.counts, err: error }, 'calls not stored');
    return refuseForNow(reply, tally);
  } finally {
    deps.onStored(tally.counts);
  }
};

/** Adds `POST /v1/calls`. */
export const addCallRoute = (server: FastifyInstance, maxBytes: number, deps: CallRouteDeps): void => {
  server.removeAllContentTypeParsers();
  // The stream itself is the body: a body is read record by record, however long it is.
  server.addContentTypeParser(JSON_TYPES, (_request, payload, done) => done(null, payload));
  server.addHook('preParsing', async (request, reply) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding === 'identity') return;
    await reply.code(STATUS.unsupported).send({
      error: 'unsupported_encoding',
      message: 'Send the body without Content-Encoding.',
    });
  });
  server.post('/v1/calls', (request, reply) => receiveCalls(request, reply, maxBytes, deps));
};
