import { ServiceEnvironment } from '@perezvon/service';
import type { z } from 'zod';

/** PEREZVON_HOME is where this service keeps the log's head outside the database. */
export const environment = ServiceEnvironment;
export type AuditConfig = Pick<z.output<typeof environment>, 'PEREZVON_HOME'>;
