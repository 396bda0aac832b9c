import { Port, ServiceEnvironment, Switch } from '@perezvon/service';
import { z } from 'zod';

const DEFAULT_PORT = 8_081;

export const QueueBoardEnvironment = ServiceEnvironment.extend({
  OPS_PORT: Port.default(DEFAULT_PORT),
  OPS_USER: z
    .string()
    .regex(/^[^:]+$/, 'expected a name without a colon')
    .default('ops'),
  /** Unset: generated, kept in PEREZVON_HOME. */
  OPS_PASSWORD: z.string().optional(),
  /** Whether jobs can be retried, promoted and removed in the board. */
  OPS_BOARD_WRITE: Switch.default(false),
});
export type QueueBoardConfig = z.output<typeof QueueBoardEnvironment>;

/** The file below `secrets/` in PEREZVON_HOME that holds the generated password. */
export const OPS_PASSWORD_SECRET = 'ops-password';
export const OPS_PASSWORD_BYTES = 16;
