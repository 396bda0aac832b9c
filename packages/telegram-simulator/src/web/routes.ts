import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SimulatorDeps } from '../deps.js';
import { statusOf } from '../error-code.js';
import { NotAMemberError, SimulatorError, UnknownGroupError, UnknownPersonError } from '../errors.js';
import { MAX_TYPED_TEXT, sendText, tapButton } from '../person/actions.js';
import { setBlocked } from '../person/membership.js';
import { findGroup, findPrivateChat } from '../person/place.js';
import { type Chat, chatIdOf, SimulatedPerson, type StoredFile } from '../state/model.js';
import { readRange } from './byte-range.js';
import { streamEvents } from './event-stream.js';
import { groupRoutes } from './group-routes.js';
import { refuseForeignOrigins } from './guard.js';
import { createLiveEvents } from './live.js';
import { readPageFiles } from './page-files.js';
import { chatView, groupView, personView } from './views.js';

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
const ChatParams = z.object({ id: z.coerce.number().int() });
/** Who acts in the chat; in a person's own it is that person. */
const Actor = { personId: z.int().positive() };
const TextBody = z.object({
  ...Actor,
  text: z.string().max(MAX_TYPED_TEXT * 2),
  replyToMessageId: z.int().positive().optional(),
});
const TapBody = z.object({ ...Actor, messageId: z.int().positive(), callbackData: z.string() });
const ReadBody = z.object({ messageId: z.int().nonnegative() });
const NewPersonBody = SimulatedPerson.pick({ firstName: true, lastName: true, username: true });

const personIdOf = (request: FastifyRequest): number => PersonParams.parse(request.params).id;
const chatIdIn = (request: FastifyRequest): number => ChatParams.parse(request.params).id;

/** @throws UnknownPersonError, UnknownGroupError */
const findChat = (deps: WebDeps, chatId: number): Chat =>
  chatId < 0 ? findGroup(deps, chatId) : findPrivateChat(deps, chatId);

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
    groups: [...store.state.groups.values()].map(groupView),
  }));
  app.get('/chat/chats/:id', (request) => chatView(store.state, findChat(deps, chatIdIn(request)), now()));
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
  app.post('/chat/chats/:id/messages', (request) => {
    const { personId, ...typed } = TextBody.parse(request.body);
    const { messageId } = sendText({ personId, chatId: chatIdIn(request) }, typed, deps);
    return { messageId };
  });
  // A button that is gone is no error: the app shows nothing either.
  app.post('/chat/chats/:id/taps', (request) => {
    const { personId, ...tap } = TapBody.parse(request.body);
    const tapped = tapButton({ personId, chatId: chatIdIn(request) }, tap, deps);
    return { tapped: tapped !== null };
  });
  app.post('/chat/chats/:id/read', (request) => {
    const chat = findChat(deps, chatIdIn(request));
    const { messageId } = ReadBody.parse(request.body);
    if (messageId > chat.lastReadMessageId)
      deps.store.commit({ kind: 'read', chatId: chatIdOf(chat), messageId });
    return {};
  });
  app.post('/chat/people/:id/block', (request) => {
    setBlocked(personIdOf(request), true, deps);
    return {};
  });
  app.post('/chat/people/:id/unblock', (request) => {
    setBlocked(personIdOf(request), false, deps);
    return {};
  });
};

const answerErrors = (app: FastifyInstance, deps: WebDeps): void => {
  app.setErrorHandler((error, request, reply) => {
    const isUnknown = error instanceof UnknownPersonError || error instanceof UnknownGroupError;
    if (isUnknown) return reply.code(404).send({ error: error.message });
    if (error instanceof NotAMemberError) return reply.code(403).send({ error: error.message });
    if (error instanceof SimulatorError) return reply.code(400).send({ error: error.message });
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
  groupRoutes(app, deps);
};
