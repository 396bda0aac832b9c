import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SimulatorDeps } from '../deps.js';
import { statusOf } from '../error-code.js';
import { UnknownPersonError } from '../errors.js';
import { blockBot, findChat, MAX_TYPED_TEXT, sendText, tapButton, unblockBot } from '../person/actions.js';
import { SimulatedPerson, type StoredFile } from '../state/model.js';
import { readRange } from './byte-range.js';
import { streamEvents } from './event-stream.js';
import { refuseForeignOrigins } from './guard.js';
import { createLiveEvents } from './live.js';
import { readPageFiles } from './page-files.js';
import { chatView, personView } from './views.js';

export interface WebDeps extends SimulatorDeps {
  /** Whose chat the page opens with. */
  defaultPersonId: () => number | null;
}

/** Ids of people made on the page: above those of `people`, below 2^31. */
const FIRST_MADE_UP_ID = 900_000_001;

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** What a bot sent is shown, never run. */
const FILE_POLICY = "default-src 'none'; sandbox";
const SHOWN_IN_PLACE = /^(?:image\/(?:png|jpeg)|audio\/[\w.+-]+)$/;

const PersonParams = z.object({ id: z.coerce.number().int().positive() });
const TextBody = z.object({ text: z.string().max(MAX_TYPED_TEXT * 2) });
const TapBody = z.object({ messageId: z.int().positive(), callbackData: z.string() });
const ReadBody = z.object({ messageId: z.int().nonnegative() });
const NewPersonBody = SimulatedPerson.pick({ firstName: true, lastName: true, username: true });

const personIdOf = (request: FastifyRequest): number => PersonParams.parse(request.params).id;

const sendKeptFile = async (
  file: StoredFile,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: WebDeps,
) => {
  const bytes = await deps.files.read(file.path);
  if (!bytes) return reply.code(404).send({ error: 'The file is gone' });
  const inPlace = SHOWN_IN_PLACE.test(file.mimeType);
  void reply.headers({
    'content-type': inPlace ? file.mimeType : 'application/octet-stream',
    'content-disposition': `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'content-security-policy': FILE_POLICY,
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
  });
  const range = readRange(request.headers.range, bytes.length);
  if (range === null) return reply.send(bytes);
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`)
    .send(bytes.subarray(range.start, range.end + 1));
};

const readRoutes = (app: FastifyInstance, deps: WebDeps): void => {
  const { store, bot, now } = deps;
  const events = createLiveEvents(deps);

  app.get('/chat/people', () => ({
    bot: { firstName: bot.firstName, username: bot.username },
    defaultPersonId: deps.defaultPersonId(),
    people: [...store.state.chats.values()].map(personView),
  }));
  app.get('/chat/people/:id', (request) => chatView(store.state, findChat(deps, personIdOf(request)), now()));
  app.get('/chat/events', (_request, reply) => {
    streamEvents(reply, events);
    return reply;
  });
  app.get<{ Params: { fileId: string } }>('/chat/files/:fileId', (request, reply) => {
    const file = store.state.files.get(request.params.fileId);
    return file
      ? sendKeptFile(file, request, reply, deps)
      : reply.code(404).send({ error: 'There is no such file' });
  });
};

const addPerson = (request: FastifyRequest, { store }: WebDeps) => {
  const names = NewPersonBody.parse(request.body);
  const id = Math.max(FIRST_MADE_UP_ID - 1, ...store.state.chats.keys()) + 1;
  store.commit({ kind: 'person-added', person: { id, ...names, languageCode: 'ru', started: false } });
  return { id };
};

/** Each answers after what it did is kept. */
const writeRoutes = (app: FastifyInstance, deps: WebDeps): void => {
  app.post('/chat/people', (request) => addPerson(request, deps));
  app.post('/chat/people/:id/messages', (request) => {
    const { messageId } = sendText(personIdOf(request), TextBody.parse(request.body).text, deps);
    return { messageId };
  });
  // A button that is gone is no error: the app shows nothing either.
  app.post('/chat/people/:id/taps', (request) => {
    const tapped = tapButton(personIdOf(request), TapBody.parse(request.body), deps);
    return { tapped: tapped !== null };
  });
  app.post('/chat/people/:id/read', (request) => {
    const { person, lastReadMessageId } = findChat(deps, personIdOf(request));
    const { messageId } = ReadBody.parse(request.body);
    if (messageId > lastReadMessageId) deps.store.commit({ kind: 'read', personId: person.id, messageId });
    return {};
  });
  app.post('/chat/people/:id/block', (request) => {
    blockBot(personIdOf(request), deps);
    return {};
  });
  app.post('/chat/people/:id/unblock', (request) => {
    unblockBot(personIdOf(request), deps);
    return {};
  });
};

const answerErrors = (app: FastifyInstance, deps: WebDeps): void => {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof UnknownPersonError) return reply.code(404).send({ error: error.message });
    if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
    if (error instanceof RangeError) return reply.code(400).send({ error: error.message });
    const status = statusOf(error);
    if (status >= 500)
      deps.log.error({ err: error, route: request.routeOptions.url }, 'simulator page failed');
    return reply
      .code(status)
      .send({ error: status >= 500 ? 'The simulator failed; see its log' : 'Bad request' });
  });
};

/** The web chat: the page and what it asks for. */
export const webRoutes = async (app: FastifyInstance, deps: WebDeps): Promise<void> => {
  const pageFiles = await readPageFiles();
  refuseForeignOrigins(app);
  answerErrors(app, deps);
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  const sendPageFile = (name: string, reply: FastifyReply) => {
    const file = pageFiles.get(name);
    return file
      ? reply.type(file.contentType).send(file.bytes)
      : reply.code(404).send({ error: 'There is no such file' });
  };
  app.get('/', (_request, reply) => sendPageFile('index.html', reply));
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) =>
    sendPageFile(request.params.name, reply),
  );
  readRoutes(app, deps);
  writeRoutes(app, deps);
};
