import { listFeedbackVotes, type Db } from '@perezvon/db';
import { decideCalls, feedbackQuality, type FeedbackQuality } from '@perezvon/lm/feedback';
import { daysBefore } from '../../domain/durations.js';

/** What was said before says little about the rules of today. */
const QUALITY_DAYS = 180;

/** How often each metric and rule is right, by what people said lately; the cost grows with their taps, not with the calls. */
export const findRuleQuality = async (
  db: Db,
  { now, isActiveOnly }: { now: Date; isActiveOnly: boolean },
): Promise<FeedbackQuality> => {
  const active = isActiveOnly
    ? await db.lmRuleset.findFirst({ where: { state: 'active' }, select: { tag: true } })
    : null;
  const votes = await listFeedbackVotes(db, {
    since: daysBefore(now, QUALITY_DAYS),
    lmVersionTag: active?.tag ?? null,
  });
  return feedbackQuality(decideCalls(votes));
};
