import { join } from 'node:path';
import {
  BoardUrl,
  checkRecordings,
  checkTransport,
  RecordingVariables,
  TransportVariables,
} from '@perezvon/bot-gateway/config';
import { CallIngestEnvironment } from '@perezvon/call-ingest';
import { ChallengerVariables, checkChallenger } from '@perezvon/lm-scoring/config';
import { QueueBoardEnvironment } from '@perezvon/queue-board/config';
import { address, Port, Switch } from '@perezvon/service';
import { z } from 'zod';

const DEFAULT_SIMULATOR_PORT = 8_082;

/**
 * What `npm start` reads: all that its services will read too, so that a bad value ends the start at once and not
 * one service later.
 */
export const StartEnvironment = CallIngestEnvironment.extend(QueueBoardEnvironment.shape)
  .extend(ChallengerVariables)
  .extend(RecordingVariables)
  .extend(TransportVariables)
  .extend({
    /** Unset: the simulator's web chat. */
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d{3,15}:[\w-]{3,64}$/, 'expected a bot token as @BotFather gives it, such as 123456:ABC…')
      .optional(),
    TELEGRAM_API_ROOT: address(['https', 'http']).default('https://api.telegram.org'),
    SUPREME_DEV_TELEGRAM_IDS: z
      .string()
      .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'expected Telegram ids joined by commas')
      .optional(),
    /** Unset: this machine's. */
    OPS_BOARD_URL: BoardUrl.optional(),
    SIMULATOR_PORT: Port.default(DEFAULT_SIMULATOR_PORT),
    /** Unset: on with the simulator, off with a real bot. */
    DEMO_DATA: Switch.optional(),
  })
  .superRefine(checkChallenger)
  .superRefine(checkRecordings)
  .superRefine(checkTransport)
  .transform((env) => ({
    ...env,
    DEMO_DATA: env.DEMO_DATA ?? env.TELEGRAM_BOT_TOKEN === undefined,
    RECORDINGS_DIR: env.RECORDINGS_DIR ?? join(env.PEREZVON_HOME, 'recordings'),
  }));
export type StartConfig = z.output<typeof StartEnvironment>;
