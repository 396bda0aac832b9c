export { createDb, withTransaction, type Db, type DbClient, type DbOptions, type Tx } from './client.js';
export { Prisma } from './generated/client.js';
