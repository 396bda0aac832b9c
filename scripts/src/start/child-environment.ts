import { boardAddress } from './addresses.js';
import type { StartConfig } from './config.js';

/** What this start found out, beyond the environment that it was given. */
export interface Found {
  databaseUrl: string;
  ingestPort: number;
  opsPort: number;
  telegram: { token: string; apiRoot: string; developersChatId: number | null };
  /** Joined by commas. */
  supremeDevIds: string;
}

/** Files keep the whole story; a quieter LOG_LEVEL only quiets the services that run without a supervisor. */
const AT_LEAST_INFO: readonly StartConfig['LOG_LEVEL'][] = ['info', 'debug', 'trace'];

/** What the simulator changes: it is polled, and its developers have a group unless another chat is named. */
const simulatedVariables = (
  base: NodeJS.ProcessEnv,
  { developersChatId }: Found['telegram'],
): NodeJS.ProcessEnv =>
  developersChatId === null
    ? {}
    : {
        TELEGRAM_WEBHOOK_URL: '',
        DEVELOPERS_CHAT_ID: base['DEVELOPERS_CHAT_ID'] || String(developersChatId),
      };

/** The environment of every service: what the person set, and what this start found out. */
export const childEnvironment = (
  base: NodeJS.ProcessEnv,
  config: StartConfig,
  { databaseUrl, ingestPort, opsPort, telegram, supremeDevIds }: Found,
): NodeJS.ProcessEnv => ({
  ...base,
  PEREZVON_HOME: config.PEREZVON_HOME,
  DATABASE_URL: databaseUrl,
  INGEST_PORT: String(ingestPort),
  OPS_PORT: String(opsPort),
  OPS_BOARD_URL: base['OPS_BOARD_URL'] || boardAddress(opsPort),
  TELEGRAM_BOT_TOKEN: telegram.token,
  TELEGRAM_API_ROOT: telegram.apiRoot,
  ...simulatedVariables(base, telegram),
  SUPREME_DEV_TELEGRAM_IDS: supremeDevIds,
  RECORDINGS_DIR: config.RECORDINGS_DIR,
  LOG_LEVEL: AT_LEAST_INFO.includes(config.LOG_LEVEL) ? config.LOG_LEVEL : 'info',
  // One port cannot serve seven processes; empty counts as unset, also where `.env` sets it.
  HEALTH_PORT: '',
});
