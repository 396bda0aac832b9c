import { afterAll } from '@jest/globals';
import { closeTestDatabases } from '@perezvon/db/testing/opened-databases';

/** In Jest's `setupFilesAfterEnv`: no pool outlives its test file. */
afterAll(closeTestDatabases);
