// Imports nothing that runs: every test file ends with this, and most of them never open a database.
import type { DbClient } from '../client.js';

/** The pools that this test file has opened. */
export const openedDatabases: DbClient[] = [];

/** Closes them; Jest's setup file calls it. */
export const closeTestDatabases = async (): Promise<void> => {
  await Promise.all(openedDatabases.splice(0).map((db) => db.$disconnect()));
};
