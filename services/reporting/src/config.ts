import { ServiceEnvironment } from '@perezvon/service';
import type { z } from 'zod';

/** CLINIC_TIMEZONE says where a day begins. */
export const environment = ServiceEnvironment;
export type ReportingConfig = Pick<z.output<typeof environment>, 'CLINIC_TIMEZONE'>;
