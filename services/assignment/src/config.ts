import { ServiceEnvironment } from '@perezvon/service';

/** This service needs nothing beyond what all read. */
export const environment = ServiceEnvironment;
