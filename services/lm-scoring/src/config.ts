import { ServiceEnvironment, type ServiceConfig } from '@perezvon/service';
import { ChallengerVariables, checkChallenger } from './challenger/environment.js';

/** The rules are files of `@perezvon/lm`; of its own there is only the optional language model. */
export const LmScoringEnvironment =
  ServiceEnvironment.extend(ChallengerVariables).superRefine(checkChallenger);
export type LmScoringConfig = Pick<ServiceConfig, 'CLINIC_TIMEZONE'> & ChallengerVariables;

// For `npm start`, which reads what its services will read.
export { ChallengerVariables, checkChallenger };
