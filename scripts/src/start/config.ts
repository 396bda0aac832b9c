import { join } from 'node:path';
import { address, Port, ServiceEnvironment, Switch } from '@perezvon/service';
import { z } from 'zod';

const DEFAULT_PORTS = { ingest: 8080, ops: 8081, simulator: 8082 } as const;

/** What `npm start` itself reads; the services read the rest. Names and defaults: `.env.example`. */
export const StartEnvironment = ServiceEnvironment.extend({
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
  INGEST_PORT: Port.default(DEFAULT_PORTS.ingest),
  OPS_PORT: Port.default(DEFAULT_PORTS.ops),
  OPS_USER: z.string().default('ops'),
  /** Set: it is not generated, so there is no file to point at. */
  INGEST_TOKEN: z.string().optional(),
  OPS_PASSWORD: z.string().optional(),
  SIMULATOR_PORT: Port.default(DEFAULT_PORTS.simulator),
  /** Unset: on with the simulator, off with a real bot. */
  DEMO_DATA: Switch.optional(),
  RECORDINGS_DIR: z.string().optional(),
}).transform((env) => ({
  ...env,
  DEMO_DATA: env.DEMO_DATA ?? env.TELEGRAM_BOT_TOKEN === undefined,
  RECORDINGS_DIR: env.RECORDINGS_DIR ?? join(env.PEREZVON_HOME, 'recordings'),
}));
export type StartConfig = z.output<typeof StartEnvironment>;
