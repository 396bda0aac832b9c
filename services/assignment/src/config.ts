import { ServiceEnvironment } from '@perezvon/service';
import type { z } from 'zod';

/** CLINIC_TIMEZONE says when the clinic is open. */
export const environment = ServiceEnvironment;
export type AssignmentConfig = Pick<z.output<typeof environment>, 'CLINIC_TIMEZONE'>;
