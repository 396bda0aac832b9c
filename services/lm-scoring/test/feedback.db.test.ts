import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  blindReviewAnswer,
  scoreFeedback,
  scoreFeedbackWithdraw,
  type BlindAnswer,
  type FeedbackVerdict,
  type JudgedMetric,
} from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { compileWith, createRulesets, handlersWith } from '../src/index.js';

const NOW = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T13:00:00.000Z';
const TAG = 'v1.0.0+00000000';
const NEWER_TAG = 'v1.1.0+11111111';

let db: DbClient;
let clinic: Clinic;
let historyId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  const call = await givenCall(db);
  await givenScore(db, call);
  ({ historyId } = call);
});

// What people say needs no rules: nothing is compiled here.
const rulesets = createRulesets({ compile: compileWith({ timezone: 'Europe/Moscow' }), log: silentLog });
const handlers = handlersWith({ rulesets, log: silentLog });
const process = (message: unknown, at = NOW) =>
  processMessage('lm-scoring', message, handlers, { db, log: silentLog, now: clockAt(at) });

let lastIntent = 0;
const by = (actorId: number) => {
  lastIntent += 1;
  return { id: `tg-${lastIntent}`, actorId, at: new Date(NOW) };
};
const say = (who: keyof Clinic, verdict: FeedbackVerdict, metric: JudgedMetric = 'complaint_risk_flag') =>
  scoreFeedback.of({ historyId, metric, verdict }, by(clinic[who].id));
const takeBack = (who: keyof Clinic) =>
  scoreFeedbackWithdraw.of({ historyId, metric: 'complaint_risk_flag' }, by(clinic[who].id));
const answer = (who: keyof Clinic, reviewId: number, said: BlindAnswer) =>
  blindReviewAnswer.of({ reviewId, answer: said }, by(clinic[who].id));

const told = async (type: string) =>
  (await outboxMessages(db)).filter((message) => message.type === type).map(({ payload }) => payload);
const refusals = async () => (await told('action.denied')).map((payload) => Object(payload).reason);
const kept = () =>
  db.scoreFeedback.findMany({
    where: { historyId },
    orderBy: { id: 'asc' },
    select: { metric: true, verdict: true, rules: true, lmVersionTag: true, userId: true },
  });

describe('a verdict', () => {
  test('is kept with the version and the rules that raised the metric, told and logged', async () => {
    expect(await process(say('admin', 'confirm'))).toBe('done');

    expect(await kept()).toEqual([
      {
        metric: 'complaint_risk_flag',
        verdict: 'confirm',
        rules: ['complaint.broken_promise'],
        lmVersionTag: TAG,
        userId: clinic.admin.id,
      },
    ]);
    expect(await told('score.feedback_given')).toEqual([{ historyId, isWithdrawn: false }]);
    expect(await told('admin.action')).toMatchObject([
      {
        action: 'score.feedback',
        subject: { kind: 'call', historyId },
        before: null,
        after: { metric: 'complaint_risk_flag', verdict: 'confirm', lmVersionTag: TAG },
      },
    ]);
  });

  test('of a changed mind replaces the one before; the log keeps both, and so it does when it is taken back', async () => {
    await process(say('admin', 'confirm'));
    await process(say('admin', 'false_alarm'), LATER);
    expect((await kept()).map(({ verdict }) => verdict)).toEqual(['false_alarm']);
    await process(takeBack('admin'), LATER);
    expect(await kept()).toEqual([]);

    const [, changed, back] = await told('admin.action');
    expect(changed).toMatchObject({ before: { verdict: 'confirm' }, after: { verdict: 'false_alarm' } });
    expect(back).toMatchObject({ before: { verdict: 'false_alarm' }, after: { verdict: null } });
    expect(await process(takeBack('admin'))).toBe('refused');
    expect(await refusals()).toEqual(['feedback.not_given']);
  });

  test('said twice is one: the same tap does nothing, another tap reads that it is said', async () => {
    const tap = say('admin', 'confirm');
    expect(await process(tap)).toBe('done');
    expect(await process(tap)).toBe('duplicate');
    expect(await process(say('admin', 'confirm'))).toBe('refused');
    expect(await refusals()).toEqual(['feedback.already_given']);
    expect(await kept()).toHaveLength(1);
  });

  test('of two people at the same moment both are kept; of one person on two phones one is', async () => {
    await Promise.all([process(say('admin', 'confirm')), process(say('otherAdmin', 'false_alarm'))]);
    expect(await kept()).toHaveLength(2);
    await Promise.all([
      process(say('superadmin', 'confirm')),
      process(say('superadmin', 'false_alarm')),
      process(say('superadmin', 'confirm')),
    ]);
    expect((await kept()).filter(({ userId }) => userId === clinic.superadmin.id)).toHaveLength(1);
    // Every change of mind on the way stands in the log with what was before it: the chain has no gap.
    const mine = (await told('admin.action')).map((payload) => Object(payload)).slice(2);
    expect(mine[0]).toMatchObject({ before: null });
    for (const [index, line] of mine.slice(1).entries())
      expect(line.before.verdict).toBe(mine[index].after.verdict);
  });

  test('can be given anew when another version has scored the call', async () => {
    await process(say('admin', 'confirm'));
    await db.callScore.updateMany({ where: { historyId }, data: { lmVersionTag: NEWER_TAG } });
    expect(await process(say('admin', 'confirm'))).toBe('done');
    expect((await kept()).map(({ lmVersionTag }) => lmVersionTag)).toEqual([NEWER_TAG]);
  });

  test.each([
    ['confirm', 'cross_sell_potential', 'feedback.not_raised'],
    ['false_alarm', 'lost_opportunity_score', 'feedback.not_raised'],
    ['missed', 'churn_risk_level', 'feedback.already_raised'],
  ] as const)('%s of %s is refused: %s', async (verdict, metric, reason) => {
    expect(await process(say('admin', verdict, metric))).toBe('refused');
    expect(await refusals()).toEqual([reason]);
    expect(await kept()).toEqual([]);
  });

  test('«missed» names what is not raised, and no rule', async () => {
    expect(await process(say('admin', 'missed', 'cross_sell_potential'))).toBe('done');
    expect(await kept()).toMatchObject([{ verdict: 'missed', rules: [] }]);
  });

  test('needs a call and a score of words that were read', async () => {
    await db.callScore.deleteMany({ where: { historyId } });
    await process(say('admin', 'missed'));
    historyId = 999_999_999;
    await process(say('admin', 'missed'));
    const unread = await givenCall(db, { turns: null });
    await givenScore(db, unread, {
      complaintRiskFlag: null,
      gates: { complaint_risk_flag: 'no_transcript' },
    });
    ({ historyId } = unread);
    await process(say('admin', 'missed'));
    expect(await refusals()).toEqual(['feedback.no_score', 'call.not_found', 'feedback.no_score']);
  });

  test('is not for operators and marketing, nor of one’s own call', async () => {
    await process(say('operator', 'confirm'));
    await process(say('marketing', 'confirm'));
    await db.user.update({ where: { id: clinic.otherAdmin.id }, data: { operatorCode: 'op-9' } });
    await db.call.update({ where: { historyId }, data: { operator: 'op-9' } });
    await process(say('otherAdmin', 'false_alarm'));
    await db.user.update({ where: { id: clinic.otherAdmin.id }, data: { operatorCode: null } });
    expect(await refusals()).toEqual(['permission.missing', 'permission.missing', 'feedback.own_call']);
    expect(await kept()).toEqual([]);
  });
});

describe('a second opinion', () => {
  const givenReview = async (firstUserId: number | null = null): Promise<number> => {
    const { id } = await db.blindReview.create({
      data: {
        week: new Date('2026-11-23'),
        historyId,
        askedMetric: 'complaint_risk_flag',
        drawnAs: 'judged',
        wasRaised: true,
        firstUserId,
        firstAnswer: firstUserId === null ? null : true,
      },
    });
    return id;
  };
  const review = (id: number) => db.blindReview.findUniqueOrThrow({ where: { id } });

  test('is kept once: of two readers at the same moment the first counts, the other reads why his does not', async () => {
    const id = await givenReview();
    const results = await Promise.all([
      process(answer('admin', id, 'yes')),
      process(answer('otherAdmin', id, 'no')),
    ]);
    expect(results.toSorted()).toEqual(['done', 'refused']);
    expect(await refusals()).toEqual(['blind_review.already_answered']);
    const winner = results[0] === 'done' ? clinic.admin.id : clinic.otherAdmin.id;
    expect(await review(id)).toMatchObject({ answeredById: winner, answer: results[0] === 'done' });
    expect(await told('admin.action')).toMatchObject([
      {
        subject: { kind: 'call', id: String(historyId), historyId },
        after: { metric: 'complaint_risk_flag', blindAnswer: results[0] === 'done' ? 'yes' : 'no' },
      },
    ]);
  });

  test('is not the first person’s, nor of who has judged the call meanwhile', async () => {
    const id = await givenReview(clinic.admin.id);
    await process(answer('admin', id, 'yes'));
    await process(say('otherAdmin', 'confirm'));
    await process(answer('otherAdmin', id, 'yes'));
    expect(await refusals()).toEqual(['blind_review.not_yours', 'blind_review.not_yours']);
    expect(await review(id)).toMatchObject({ answer: null, answeredAt: null });
  });

  test('that is passed over stays open for others', async () => {
    const id = await givenReview();
    expect(await process(answer('admin', id, 'skip'))).toBe('done');
    expect(await review(id)).toMatchObject({ answer: null, skippedByIds: [clinic.admin.id] });
    expect(await told('blind_review.answered')).toEqual([{ reviewId: id, isSkipped: true }]);
    expect(await process(answer('otherAdmin', id, 'no'))).toBe('done');
    expect(await review(id)).toMatchObject({ answer: false, answeredById: clinic.otherAdmin.id });
  });
});
