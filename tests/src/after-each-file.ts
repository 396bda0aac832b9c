import { afterAll } from '@jest/globals';
import { closeTestDatabases } from '@perezvon/db/testing';

/** In Jest's `setupFilesAfterEnv`: no pool outlives its test file. */
afterAll(closeTestDatabases);
