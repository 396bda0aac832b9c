import { ServiceEnvironment, type ServiceConfig } from '@perezvon/service';

/** Nothing of its own: the rules are files of `@perezvon/lm`. */
export const LmScoringEnvironment = ServiceEnvironment;
export type LmScoringConfig = Pick<ServiceConfig, 'CLINIC_TIMEZONE'>;
