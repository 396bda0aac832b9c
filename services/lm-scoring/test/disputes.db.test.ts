import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  disputeDecide,
  disputeOpen,
  scoreFeedback,
  scoreFeedbackWithdraw,
  type DisputeOutcome,
  type JudgedMetric,
} from '@perezvon/contracts';
import { listFeedbackVotes, type DbClient } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenScore,
  silentLog,
  testDatabase,
  until,
  type Clinic,
} from '@perezvon/db/testing';
import { decideCalls, feedbackQuality } from '@perezvon/lm/feedback';
import { processMessage } from '@perezvon/messaging';
import { outboxMessages } from '@perezvon/messaging/testing';
import { compileWith, createRulesets, handlersWith } from '../src/index.js';

const SCORED = '2026-11-24T09:00:00.000Z';
const NOW = '2026-11-24T12:00:00.000Z';
const LAST_MOMENT = '2026-11-26T09:00:00.000Z';
const TOO_LATE = '2026-11-26T09:00:00.001Z';
const TAG = 'v1.0.0+00000000';
const NEWER_TAG = 'v1.1.0+11111111';
const HELD_AT_MOST_MS = 30_000;

let db: DbClient;
let clinic: Clinic;
let historyId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});
beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.scoreDispute.deleteMany();
  await db.scoreFeedback.deleteMany();
  const call = await givenCall(db);
  await givenScore(db, call, { scoredAt: SCORED });
  ({ historyId } = call);
});

// Disputes need no rules: nothing is compiled here.
const rulesets = createRulesets({ compile: compileWith({ timezone: 'Europe/Moscow' }), log: silentLog });
const handlers = handlersWith({ rulesets, log: silentLog });
const process = (message: unknown, at = NOW) =>
  processMessage('lm-scoring', message, handlers, { db, log: silentLog, now: clockAt(at) });

let lastIntent = 0;
const by = (who: keyof Clinic) => {
  lastIntent += 1;
  return { id: `tg-${lastIntent}`, actorId: clinic[who].id, at: new Date(NOW) };
};
const object = (who: keyof Clinic = 'operator', metric: JudgedMetric = 'complaint_risk_flag') =>
  disputeOpen.of({ historyId, metric, reason: 'other_meaning' }, by(who));
const decide = (who: keyof Clinic, disputeId: number, outcome: DisputeOutcome = 'upheld') =>
  disputeDecide.of({ disputeId, outcome }, by(who));
const say = (who: keyof Clinic, verdict: 'confirm' | 'false_alarm') =>
  scoreFeedback.of({ historyId, metric: 'complaint_risk_flag', verdict }, by(who));

const told = async (type: string) =>
  (await outboxMessages(db)).filter((message) => message.type === type).map(({ payload }) => payload);
const refusals = async () => (await told('action.denied')).map((payload) => Object(payload).reason);
const theDispute = (metric: JudgedMetric = 'complaint_risk_flag') =>
  db.scoreDispute.findFirstOrThrow({ where: { historyId, metric }, orderBy: { id: 'asc' } });
const givenDispute = async (): Promise<number> => {
  expect(await process(object())).toBe('done');
  await db.outbox.deleteMany();
  return (await theDispute()).id;
};

test('an objection keeps the version and the rules that raised the metric, and is told and logged', async () => {
  expect(await process(object())).toBe('done');
  const dispute = await theDispute();
  expect(dispute).toMatchObject({
    metric: 'complaint_risk_flag',
    lmVersionTag: TAG,
    revision: 1,
    rules: ['complaint.broken_promise'],
    reason: 'other_meaning',
    openedById: clinic.operator.id,
    state: 'open',
    decidedAt: null,
  });
  expect(await told('dispute.opened')).toEqual([
    { disputeId: dispute.id, historyId, openedById: clinic.operator.id },
  ]);
  expect(await told('admin.action')).toMatchObject([
    {
      action: 'dispute.open',
      subject: { kind: 'dispute', id: String(dispute.id), historyId },
      after: { disputeState: 'open', metric: 'complaint_risk_flag', disputeReason: 'other_meaning' },
    },
  ]);
});

test('it is the operator’s own call, a raised metric, and within 48 hours of the score', async () => {
  await process(object('otherOperator'));
  await process(object('admin'));
  await process(object('marketing'));
  await process(object('operator', 'cross_sell_potential'));
  await process(object(), TOO_LATE);
  expect(await refusals()).toEqual([
    'dispute.not_yours',
    'dispute.not_yours',
    'permission.missing',
    'dispute.not_raised',
    'dispute.too_late',
  ]);
  expect(await db.scoreDispute.count()).toBe(0);
  expect(await process(object(), LAST_MOMENT)).toBe('done');
});

test('one metric of a score is disputed once, from two phones at the same moment too; a new score may be disputed anew', async () => {
  const results = await Promise.all([process(object()), process(object()), process(object())]);
  expect(results.toSorted()).toEqual(['done', 'refused', 'refused']);
  expect(await process(object('operator', 'churn_risk_level'))).toBe('done');

  const { id } = await theDispute();
  await db.callScore.updateMany({ where: { historyId }, data: { lmVersionTag: NEWER_TAG } });
  await process(object());
  await process(decide('admin', id));
  await db.callScore.updateMany({ where: { historyId }, data: { lmVersionTag: TAG } });
  await process(object());
  expect(await refusals()).toEqual([
    'dispute.already_open',
    'dispute.already_open',
    'dispute.already_open',
    'dispute.already_decided',
  ]);
  await db.callScore.updateMany({ where: { historyId }, data: { lmVersionTag: NEWER_TAG } });
  expect(await process(object())).toBe('done');
});

test('words that go along are one’s own: a button that names another’s, or what is gone, shows nobody what they say', async () => {
  const noteOf = (who: keyof Clinic) =>
    db.note.create({ data: { authorId: clinic[who].id, text: 'слова' }, select: { id: true } });
  const [own, foreign] = [await noteOf('operator'), await noteOf('superadmin')];
  const withWords = (noteId: number) =>
    disputeOpen.of({ historyId, metric: 'complaint_risk_flag', reason: 'other', noteId }, by('operator'));
  for (const noteId of [foreign.id, 2_000_000_000]) expect(await process(withWords(noteId))).toBe('refused');
  expect(await db.scoreDispute.count()).toBe(0);
  expect(await process(withWords(own.id))).toBe('done');

  const { id: disputeId } = await theDispute();
  const decideWith = (noteId: number) =>
    disputeDecide.of({ disputeId, outcome: 'upheld', noteId }, by('admin'));
  for (const noteId of [foreign.id, own.id]) expect(await process(decideWith(noteId))).toBe('refused');
  expect(await refusals()).toEqual(Array.from({ length: 4 }, () => 'dispute.words_gone'));
  expect(await process(decideWith((await noteOf('admin')).id))).toBe('done');
});

/** Lets all go on at the same moment: each has come as far as the dispute's row, which is held until then. */
const atOnce = async <Result>(id: number, begin: () => Promise<Result>[]): Promise<Result[]> => {
  const begun = await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM score_disputes WHERE id = ${id} FOR UPDATE`;
      const all = begin();
      await until(
        async () => {
          const [row] = await db.$queryRaw<{ count: number }[]>`
            SELECT count(*)::int AS count FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'`;
          return row?.count === all.length;
        },
        { what: 'everybody to wait for the row' },
      );
      return { all };
    },
    { timeout: HELD_AT_MOST_MS },
  );
  return Promise.all(begun.all);
};

test('of two who decide at the same moment the first counts, the other reads that it is decided', async () => {
  const id = await givenDispute();
  const results = await atOnce(id, () => [
    process(decide('admin', id, 'upheld')),
    process(decide('otherAdmin', id, 'rejected')),
  ]);
  expect(results.toSorted()).toEqual(['done', 'refused']);
  const winner = results[0] === 'done' ? clinic.admin : clinic.otherAdmin;
  const outcome = results[0] === 'done' ? 'upheld' : 'rejected';
  expect(await theDispute()).toMatchObject({
    state: outcome,
    decidedById: winner.id,
    decidedAt: new Date(NOW),
  });
  expect(await refusals()).toEqual(['dispute.already_decided']);
  expect(await told('dispute.decided')).toEqual([
    { disputeId: id, historyId, openedById: clinic.operator.id, outcome },
  ]);
  expect(await told('admin.action')).toMatchObject([
    { action: 'dispute.decide', before: { disputeState: 'open' }, after: { disputeState: outcome } },
  ]);
});

test('who judged the call cannot decide, also when he has taken his word back; nor who holds or held its review', async () => {
  const id = await givenDispute();
  await process(say('admin', 'false_alarm'));
  await process(scoreFeedbackWithdraw.of({ historyId, metric: 'complaint_risk_flag' }, by('admin')));
  // The log has the word that was taken back.
  await db.adminActionLog.create({
    data: {
      seq: 1,
      messageId: 'tg-1.1',
      at: new Date(NOW),
      actorId: clinic.admin.id,
      action: 'score.feedback',
      subjectKind: 'call',
      subjectId: String(historyId),
      historyId,
      outcome: 'done',
      after: { metric: 'complaint_risk_flag', verdict: 'false_alarm' },
      prevHash: Buffer.alloc(32),
      hash: Buffer.alloc(32),
    },
  });
  const review = await db.assignment.create({
    data: {
      historyId,
      kind: 'review',
      ownerId: clinic.otherAdmin.id,
      givenById: clinic.admin.id,
      dueAt: NOW,
    },
  });
  await db.adminActionLog.create({
    data: {
      seq: 2,
      messageId: 'tg-2.1',
      at: new Date(NOW),
      actorId: clinic.admin.id,
      action: 'assignment.reassign',
      subjectKind: 'assignment',
      subjectId: String(review.id),
      historyId,
      outcome: 'done',
      before: { ownerId: clinic.superadmin.id },
      after: { ownerId: clinic.otherAdmin.id },
      prevHash: Buffer.alloc(32),
      hash: Buffer.alloc(32),
    },
  });
  await db.outbox.deleteMany();
  for (const who of ['admin', 'otherAdmin', 'superadmin', 'operator'] as const)
    await process(decide(who, id));
  expect(await refusals()).toEqual([
    'dispute.cannot_decide_own',
    'dispute.cannot_decide_own',
    'dispute.cannot_decide_own',
    'permission.missing',
  ]);
  expect(await theDispute()).toMatchObject({ state: 'open' });
  expect(await process(decide('supremeDev', id))).toBe('done');
});

test('an operator who has become an administrator does not decide about his own call; a role taken away decides nothing', async () => {
  const id = await givenDispute();
  const asOperator = { role: 'operator', status: 'active' } as const;
  const { id: operatorId } = clinic.operator;
  await db.user.update({ where: { id: operatorId }, data: { role: 'admin' } });
  await process(decide('operator', id));
  await db.user.update({ where: { id: operatorId }, data: asOperator });

  const { id: adminId } = clinic.admin;
  await db.user.update({ where: { id: adminId }, data: { status: 'blocked' } });
  await process(decide('admin', id));
  await db.user.update({ where: { id: adminId }, data: { status: 'active' } });
  await process(decide('admin', 2_000_000_000));
  expect(await refusals()).toEqual(['dispute.cannot_decide_own', 'actor.not_active', 'dispute.not_found']);
});

test('the outcome settles the precision of the rules that raised the metric, whatever others said', async () => {
  const quality = async () => {
    const votes = await listFeedbackVotes(db, { since: null, lmVersionTag: TAG });
    return feedbackQuality(decideCalls(votes)).rules.find(({ rule }) => rule === 'complaint.broken_promise');
  };
  const id = await givenDispute();
  await process(say('otherAdmin', 'confirm'));
  await process(say('superadmin', 'confirm'));
  expect(await quality()).toMatchObject({ confirmed: 1, falseAlarms: 0 });
  await process(decide('admin', id, 'upheld'));
  expect(await quality()).toMatchObject({ confirmed: 0, falseAlarms: 1 });
});
