import { isDeepStrictEqual } from 'node:util';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { botApiRoutes } from './bot-api/routes.js';
import { createUpdateFeed, type UpdateFeed } from './bot-api/update-feed.js';
import { createWebhookDelivery, type WebhookDelivery } from './bot-api/webhook-delivery.js';
import type { BotIdentity } from './bot-api/wire.js';
import type { ChatAction, Log, SimulatorDeps } from './deps.js';
import { hasErrorCode } from './error-code.js';
import { PortInUseError, SimulatorError } from './errors.js';
import { createFaults, type Faults } from './faults.js';
import { createGroup, type Group } from './person/group.js';
import { putGroup } from './person/membership.js';
import { createPerson, type Person } from './person/person.js';
import { DEFAULT_TIMEOUT_MS, waitFor } from './person/wait.js';
import { createSignal } from './signal.js';
import { directoryFiles, memoryFiles } from './state/files.js';
import { type Journal, memoryJournal, openJournal } from './state/journal.js';
import { type SimulatedGroup, SimulatedPerson } from './state/model.js';
import { emptyState } from './state/state.js';
import { createStore } from './state/store.js';
import { refuseForeignHosts } from './web/guard.js';
import { webRoutes } from './web/routes.js';

const LOOPBACK = '127.0.0.1';
/** A bot sends JSON up to some kilobytes; uploads have their own limit. */
const MAX_BODY_BYTES = 1024 * 1024;

const BotToken = z
  .string()
  .regex(
    /^\d{3,15}:[\w-]{3,64}$/,
    'a bot token looks like 123456:ABC… (3 to 15 digits, a colon, 3 to 64 letters, digits, - or _)',
  );

export interface SimulatorOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where chats, pending updates and files are kept over restarts; null (the default) forgets them. */
  stateDirectory?: string | null;
  /** Added, or renamed when their id is known already. The first is shown first. */
  people: readonly SimulatedPerson[];
  /** Groups the bot is in from the first start on; a title or members that changed are taken over. */
  groups?: readonly SimulatedGroup[];
  /** The token the bot has to use, in Telegram's form. */
  token: string;
  log: Log;
  now: () => Date;
  /** Whose chat the page opens with; the first of `people` when left out. */
  defaultPersonId?: number;
  /** How the bot is called in the chat. */
  bot?: { firstName: string; username: string };
}

export interface Simulator {
  /** For `new Bot(token, { client: { apiRoot } })`. */
  readonly apiRoot: string;
  /** The web chat. */
  readonly chatUrl: string;
  readonly token: string;
  readonly faults: Faults;
  /** @throws UnknownPersonError */
  person(id: number): Person;
  addPerson(person: SimulatedPerson): Person;
  /** @throws UnknownGroupError */
  group(id: number): Group;
  /** The bot is in it and told so. @throws SimulatorError without members, UnknownPersonError */
  addGroup(group: SimulatedGroup): Group;
  /**
   * Resolves when the bot has confirmed every update: it has done all that people asked for up to now, also where
   * nothing is to be seen of it. Work that it handed on to others may still run.
   * @throws WaitTimeoutError after `timeoutMs`, 20 s when left out
   */
  settled(options?: { timeoutMs?: number }): Promise<void>;
  /** Ends running polls and pages; resolves when the port is free. */
  stop(): Promise<void>;
}

const DEFAULT_BOT = { firstName: 'Перезвон', username: 'perezvon_demo_bot' };

const readIdentity = ({ token, bot = DEFAULT_BOT }: SimulatorOptions): BotIdentity => {
  const parsed = BotToken.safeParse(token);
  if (!parsed.success) throw new SimulatorError(parsed.error.issues[0]?.message ?? 'the token is unreadable');
  return { id: Number(token.split(':')[0]), ...bot };
};

/** Seconds since 1970: a simulator whose state was deleted goes on above the ids it gave out before. */
const firstUpdateId = (now: Date): number => Math.floor(now.getTime() / 1_000);

const buildDeps = (options: SimulatorOptions, bot: BotIdentity, journal: Journal): SimulatorDeps => {
  const { stateDirectory = null, log, now } = options;
  const store = createStore(emptyState(firstUpdateId(now())), journal);
  const files = stateDirectory === null ? memoryFiles() : directoryFiles(stateDirectory);
  return { store, files, bot, chatActions: createSignal<ChatAction>(), log, now };
};

const addPeople = (people: readonly SimulatedPerson[], { store }: SimulatorDeps): void => {
  for (const person of people.map((entry) => SimulatedPerson.parse(entry))) {
    const known = store.state.chats.get(person.id)?.person;
    if (!isDeepStrictEqual(known, person)) store.commit({ kind: 'person-added', person });
  }
};

const addGroups = (groups: readonly SimulatedGroup[], deps: SimulatorDeps): void => {
  for (const group of groups) {
    const known = deps.store.state.groups.get(group.id)?.group;
    if (!isDeepStrictEqual(known, group)) putGroup(group, deps);
  }
};

const listen = async (app: FastifyInstance, port: number): Promise<number> => {
  try {
    await app.listen({ host: LOOPBACK, port });
  } catch (error) {
    await app.close();
    if (hasErrorCode(error, 'EADDRINUSE')) {
      throw new PortInUseError(port, { cause: error });
    }
    throw error;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
};

interface Outlets {
  feed: UpdateFeed;
  delivery: WebhookDelivery;
}

const buildApp = async (deps: SimulatorDeps, options: SimulatorOptions, outlets: Outlets) => {
  const { token } = options;
  const { faults, take } = createFaults();
  const app = Fastify({ logger: false, bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
  refuseForeignHosts(app);
  await app.register((scope) => botApiRoutes(scope, { ...deps, ...outlets, token, takeFault: take }));
  const defaultPersonId = () =>
    options.defaultPersonId ?? options.people[0]?.id ?? deps.store.state.chats.keys().next().value ?? null;
  await app.register((scope) => webRoutes(scope, { ...deps, defaultPersonId }));
  return { app, faults };
};

/**
 * A Bot API server with made-up people and a web chat, on the loopback interface only.
 * @throws PortInUseError, SimulatorStateError, SimulatorError with what to do
 */
export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
  const { stateDirectory = null, token } = options;
  const bot = readIdentity(options);
  const journal = stateDirectory === null ? memoryJournal() : openJournal(stateDirectory);
  const deps = buildDeps(options, bot, journal);
  const feed = createUpdateFeed(deps.store);
  const delivery = createWebhookDelivery(deps);
  const { app, faults } = await buildApp(deps, options, { feed, delivery });
  const port = await listen(app, options.port);
  // Only now: a start that fails on its port must not write into the state of the one that runs.
  addPeople(options.people, deps);
  addGroups(options.groups ?? [], deps);
  delivery.start();
  const apiRoot = `http://${LOOPBACK}:${port}`;
  deps.log.info({ port }, 'telegram simulator listens');

  return {
    apiRoot,
    chatUrl: `${apiRoot}/`,
    token,
    faults,
    person: (id) => createPerson({ personId: id, chatId: id }, deps),
    addPerson: (person) => {
      addPeople([person], deps);
      return createPerson({ personId: person.id, chatId: person.id }, deps);
    },
    group: (id) => createGroup(id, deps),
    addGroup: (group) => {
      addGroups([group], deps);
      return createGroup(group.id, deps);
    },
    settled: async ({ timeoutMs = DEFAULT_TIMEOUT_MS } = {}) => {
      const pending = () => deps.store.state.updates.length;
      await waitFor(deps.store, () => (pending() === 0 ? true : undefined), {
        what: 'the bot to confirm every update',
        timeoutMs,
        seen: () => `${pending()} are pending`,
      });
    },
    stop: async () => {
      delivery.stop();
      feed.stop();
      await app.close();
      journal.close();
    },
  };
};
