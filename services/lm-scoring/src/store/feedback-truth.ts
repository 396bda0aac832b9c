import { listFeedbackVotes, type Db } from '@perezvon/db';
import type { Truth } from '@perezvon/lm';
import { decideTruths } from '@perezvon/lm/feedback';

/**
 * What people said of these calls, openly or as second readers, by call and flag: the word of their majority. What they
 * dispute is not known.
 */
export const listFeedbackTruth = async (db: Db, historyIds: readonly number[]): Promise<Map<number, Truth>> =>
  decideTruths(await listFeedbackVotes(db, { since: null, lmVersionTag: null, historyIds }));
