export {
  decryptPhone,
  encryptPhone,
  hashPhone,
  loadPhoneHashKey,
  loadPhoneKeys,
  normalisePhone,
  phoneKeysFrom,
  sealPhone,
  type PhoneKeys,
  type SealedPhone,
} from './client-phone.js';
export {
  createDb,
  withSnapshot,
  withTransaction,
  type Db,
  type DbClient,
  type DbOptions,
  type Tx,
} from './client.js';
export { DatabaseError } from './errors.js';
export { findCompensationLimits, sumApprovedCompensations } from './compensations.js';
export { countJudgedMetrics, type JudgedMetricCounts } from './count-judged-metrics.js';
export { findClinic } from './find-clinic.js';
export { listFeedbackVotes, type FeedbackVote } from './feedback-votes.js';
export { listInvolvedInDispute } from './list-involved-in-dispute.js';
export { findPreviousRulesetTag } from './find-previous-ruleset.js';
export { findSetting, lockSetting, saveSetting } from './settings.js';
export { LockUnavailable, openHeldLocks, type HeldLocks } from './held-locks.js';
export { migrate, MIGRATIONS_FOLDER } from './migrate.js';
export { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from './open-database.js';
export { Prisma } from './generated/client.js';
