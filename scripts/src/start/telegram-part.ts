import { join } from 'node:path';
import { readOrCreateSecret } from '@perezvon/service';
import type { Role } from '@perezvon/contracts';
import type { Log, Stop } from '@perezvon/messaging';
import { startSimulator, type SimulatedPerson } from '@perezvon/telegram-simulator';
import type { DemoPerson } from '../demo/texts-schema.js';
import type { StartConfig } from './config.js';
import { checkBotToken } from './telegram.js';

/** The Bot API that the gateway talks to. */
export interface Telegram {
  token: string;
  apiRoot: string;
  /** The simulator's page; null with Telegram itself. */
  chatUrl: string | null;
  /** The simulator's group of developers; null with Telegram itself. */
  developersChatId: number | null;
  stop: Stop;
}

/** In Telegram's form: a made-up bot's id, and a secret of this home. */
const SIMULATED_BOT_ID = 1_000_001;
const TOKEN_BYTES = 24;

/** The group where the demo's developers read what people report; its bot is in it from the start. */
const DEVELOPERS_CHAT = { id: -1_001_000_000_001, title: 'Перезвон: разработчики' };
const ITS_MEMBERS: readonly (Role | undefined)[] = ['supreme_dev', 'superadmin'];

/** Who is who in the simulator's list of people; it is in Russian like the rest of its page. */
const ABOUT: Readonly<Record<Role, string>> = {
  supreme_dev: 'разработчик',
  superadmin: 'суперадмин',
  admin: 'администратор',
  marketing: 'маркетолог',
  operator: 'оператор',
};
const ABOUT_NEWCOMER = 'приходит без доступа';

const toSimulated = ({ telegramId, firstName, lastName, username, role }: DemoPerson): SimulatedPerson => ({
  id: telegramId,
  firstName,
  ...(lastName !== undefined && { lastName }),
  ...(username !== undefined && { username }),
  about: role === undefined ? ABOUT_NEWCOMER : ABOUT[role],
  // A newcomer has not written to the bot yet.
  started: role !== undefined,
});

const startSimulated = async (
  config: StartConfig,
  { port, people, log }: { port: number; people: readonly DemoPerson[]; log: Log },
): Promise<Telegram> => {
  const secret = await readOrCreateSecret(config.PEREZVON_HOME, 'simulator-token', { bytes: TOKEN_BYTES });
  const simulator = await startSimulator({
    port,
    token: `${SIMULATED_BOT_ID}:${secret}`,
    stateDirectory: join(config.PEREZVON_HOME, 'simulator'),
    people: people.map(toSimulated),
    groups: [
      {
        ...DEVELOPERS_CHAT,
        memberIds: people
          .filter(({ role }) => ITS_MEMBERS.includes(role))
          .map(({ telegramId }) => telegramId),
      },
    ],
    log,
    now: () => new Date(),
  });
  const { token, apiRoot, chatUrl } = simulator;
  return { token, apiRoot, chatUrl, developersChatId: DEVELOPERS_CHAT.id, stop: () => simulator.stop() };
};

/**
 * Telegram with the configured bot, or the simulator without one. The simulator lives in this process: the
 * gateway may die and come back, the chats stay.
 * @throws ConfigError when Telegram does not know the bot
 */
export const openTelegram = async (
  config: StartConfig,
  simulated: { port: number; people: readonly DemoPerson[]; log: Log },
): Promise<Telegram> => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config;
  if (token === undefined) return startSimulated(config, simulated);
  await checkBotToken(token, apiRoot);
  return { token, apiRoot, chatUrl: null, developersChatId: null, stop: () => Promise.resolve() };
};
