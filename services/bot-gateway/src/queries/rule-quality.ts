import { listFeedbackVotes, type Db } from '@perezvon/db';
import { decideCalls, feedbackQuality, type FeedbackQuality } from '@perezvon/lm/feedback';

/** What was said before says little about the rules of today. */
const QUALITY_DAYS = 180;
const MS_PER_DAY = 86_400_000;

/** How often each metric and rule is right, by what people said lately; the cost grows with their taps, not with the calls. */
export const findRuleQuality = async (
  db: Db,
  { now, isActiveOnly }: { now: Date; isActiveOnly: boolean },
): Promise<FeedbackQuality> => {
  const active = isActiveOnly
    ? await db.lmRuleset.findFirst({ where: { state: 'active' }, select: { tag: true } })
    : null;
  const votes = await listFeedbackVotes(db, {
    since: new Date(now.getTime() - QUALITY_DAYS * MS_PER_DAY),
    lmVersionTag: active?.tag ?? null,
  });
  return feedbackQuality(decideCalls(votes));
};
