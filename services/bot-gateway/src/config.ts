import { resolve } from 'node:path';
import { address, ServiceEnvironment } from '@perezvon/service';
import { z } from 'zod';

/** `123456:ABC…`, as @BotFather hands it out. */
const BotToken = z
  .string()
  .regex(/^\d+:[\w-]+$/, 'expected a bot token such as 123456:ABC…, from @BotFather');

/** Comma-separated Telegram ids. */
const TelegramIds = z
  .string()
  .regex(/^\s*\d{1,18}(\s*,\s*\d{1,18})*\s*$/, 'expected Telegram ids (digits), separated by commas')
  .transform((ids) => new Set(ids.split(',').map((id) => BigInt(id.trim()))));

/** Comma-separated host names or addresses, without a scheme or a port. */
const HostNames = z
  .string()
  .regex(/^\s*[\w.:-]+(\s*,\s*[\w.:-]+)*\s*$/, 'expected host names such as pbx.local, separated by commas')
  .transform((hosts) => new Set(hosts.split(',').map((host) => host.trim().toLowerCase())));

/** What the gateway reads from the environment besides what every service does. */
export const environment = ServiceEnvironment.extend({
  TELEGRAM_BOT_TOKEN: BotToken,
  /** Unset: Telegram's own. */
  TELEGRAM_API_ROOT: address(['https', 'http']).optional(),
  /** The only people who are supreme_dev; they are let in at once. */
  SUPREME_DEV_TELEGRAM_IDS: TelegramIds.default(new Set()),
  /** What a call's recording is relative to when it is a file name; unset: `recordings` in PEREZVON_HOME. */
  RECORDINGS_DIR: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  /** Telephony in the clinic's own network: recordings are fetched from no other private address. */
  RECORDINGS_PRIVATE_HOSTS: HostNames.default(new Set()),
});
export type GatewayConfig = z.output<typeof environment>;
