import { address, PhoneKey, ServiceEnvironment } from '@perezvon/service';
import { z } from 'zod';
import { checkRecordings, RecordingVariables } from './recordings/environment.js';
import { checkTransport, TransportVariables } from './telegram/environment.js';

/** `123456:ABC…`, as @BotFather hands it out. */
const BotToken = z
  .string()
  .regex(/^\d+:[\w-]+$/, 'expected a bot token such as 123456:ABC…, from @BotFather');

/** Comma-separated Telegram ids. */
const TelegramIds = z
  .string()
  .regex(/^\s*\d{1,18}(\s*,\s*\d{1,18})*\s*$/, 'expected Telegram ids (digits), separated by commas')
  .transform((ids) => new Set(ids.split(',').map((id) => BigInt(id.trim()))));

/** One chat: a person's id, or a group's, which is negative. */
const ChatId = z
  .string()
  .regex(/^-?\d{1,18}$/, 'expected the id of a chat such as -1001234567890')
  .transform(BigInt);

/** The address is shown in a chat. What is no address was refused already. */
const holdsNoPassword = (value: string): boolean => {
  const { username, password } = URL.canParse(value) ? new URL(value) : { username: '', password: '' };
  return username === '' && password === '';
};
const BoardUrl = address(['https', 'http']).refine(
  holdsNoPassword,
  'expected an address without a user and a password',
);

/** What the gateway reads from the environment besides what every service does. */
export const environment = ServiceEnvironment.extend({
  ...RecordingVariables,
  ...TransportVariables,
  TELEGRAM_BOT_TOKEN: BotToken,
  /** Finds a client's calls by a typed number: the one that calls are stored with. Unset: generated, kept in PEREZVON_HOME. */
  PHONE_HASH_KEY: PhoneKey.optional(),
  /** Unset: Telegram's own. */
  TELEGRAM_API_ROOT: address(['https', 'http']).optional(),
  /** The only people who are supreme_dev; they are let in at once. */
  SUPREME_DEV_TELEGRAM_IDS: TelegramIds.default(new Set()),
  /** The developers' chat: a group's id is negative. Unset: each supreme_dev in his own chat. */
  DEVELOPERS_CHAT_ID: ChatId.optional(),
  /** Where developers reach the queue board; «⚙️ Система» links to it. Unset: no link. */
  OPS_BOARD_URL: BoardUrl.optional(),
})
  .superRefine(checkRecordings)
  .superRefine(checkTransport);
export type GatewayConfig = z.output<typeof environment>;

// For `npm start`, which reads what its services will read.
export { BoardUrl, checkRecordings, checkTransport, RecordingVariables, TransportVariables };
