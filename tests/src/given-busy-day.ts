import { COMPENSATION_LIMITS_KEY } from '@perezvon/contracts';
import { until, type Clinic } from '@perezvon/db/testing';
import { madeCalls } from './made-calls.js';
import { nasty, nastyTalk } from './nasty.js';
import type { RunningProduct } from './running-product.js';

/** On a machine that is busy with other tests. */
const SCORED_WITHIN_MS = 60_000;

const HOUR_MS = 3_600_000;
const FIRST_ID = 500_001;
const CALLS = 24;
/** Long enough for everything that `nastyTalk` says. */
const NASTY_TALK_S = 1_600;
/** Every third of the made-up calls is a complaint. */
const COMPLAINTS = [FIRST_ID + 1, FIRST_ID + 4, FIRST_ID + 7] as const;

const hoursFromNow = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);

/** Calls of every colour in the last day; what people typed and said in some of them is as nasty as it gets. */
const givenScoredCalls = async ({ db, takeIn }: RunningProduct): Promise<void> => {
  await takeIn(
    madeCalls(CALLS, FIRST_ID).map((call, index) => ({
      ...call,
      call_date: hoursFromNow(-2 - index).toISOString(),
      source: index % 2 === 0 ? nasty('Радио') : 'Сайт',
      ...(index % 5 === 1 && { transcript: nastyTalk(), talk_duration: NASTY_TALK_S }),
      // Each client calls twice.
      client_phone: `+7 916 000-00-${String(Math.floor(index / 2)).padStart(2, '0')}`,
      ...(index % 6 === 4 && { operator: nasty('оп') }),
    })),
  );
  await until(async () => (await db.callScore.count({ where: { isCurrent: true } })) === CALLS, {
    what: 'every call is scored',
    timeoutMs: SCORED_WITHIN_MS,
  });
  await until(async () => (await db.dailyRollup.count()) > 0, { what: 'the day is rolled up' });
};

/** What the trainings are about. */
const givenTrainings = async (db: RunningProduct['db']): Promise<void> => {
  const trainings = await db.assignment.findMany({
    where: { kind: 'training' },
    select: { id: true, historyId: true },
  });
  for (const { id: assignmentId, historyId } of trainings)
    await db.training.create({
      data: {
        assignmentId,
        operator: 'op-2',
        metric: 'checklist_coverage_ratio',
        examples: { create: historyId === null ? [] : [{ historyId }] },
      },
    });
};

/** Calls in whose words nobody promises anything. */
const NOTHING_PROMISED = [0, 3, 9, 12, 15];

/** Promises to call back that the operator broke, as often as it takes to be taught about it. */
const givenBrokenPromises = async ({ db, clinic }: RunningProduct): Promise<void> => {
  const historyIds = NOTHING_PROMISED.map((index) => FIRST_ID + index);
  const calls = await db.call.findMany({ where: { historyId: { in: historyIds } } });
  await db.callPromise.createMany({
    data: calls.map(({ historyId, callDate }) => ({
      historyId,
      operator: clinic.operator.operatorCode,
      callDate,
      dueAt: callDate,
      isTimeSaid: true,
      state: 'broken' as const,
      settledAt: callDate,
    })),
  });
};

/** Calls that trainings are about: the complaints are free for others. */
const TAUGHT = [FIRST_ID + 10, FIRST_ID + 13] as const;

/** A call that nobody has otherwise. */
const RESTING = FIRST_ID + 8;

/** Assignments in time, late and at rest, of operators and of whoever is about to press. */
const givenWork = async ({ db, clinic }: RunningProduct, who: keyof Clinic): Promise<void> => {
  await db.assignment.deleteMany();
  const me = clinic[who];
  const { operator, otherOperator, admin } = clinic;
  const byMe = { givenById: me.role === 'operator' ? admin.id : me.id, createdAt: hoursFromNow(-2) };
  const closed = { dueAt: hoursFromNow(1), closedAt: hoursFromNow(-1) };
  const done = { ...byMe, ...closed, ownerId: otherOperator.id, state: 'done' as const };
  const [first, second, third] = COMPLAINTS;
  const words = await db.note.create({ data: { authorId: admin.id, text: nasty('Обновить прайс') } });
  const rests = { dueAt: hoursFromNow(30), pausedUntil: hoursFromNow(20), reason: 'other' as const };
  await db.assignment.createMany({
    data: [
      { ...byMe, ...rests, historyId: RESTING, kind: 'callback', ownerId: me.id, reasonNoteId: words.id },
      { ...byMe, kind: 'task', ownerId: me.id, noteId: words.id, dueAt: hoursFromNow(7) },
      { ...byMe, historyId: first, kind: 'callback', ownerId: operator.id, dueAt: hoursFromNow(5) },
      { ...byMe, historyId: second, kind: 'callback', ownerId: operator.id, dueAt: hoursFromNow(-1) },
      { ...byMe, historyId: TAUGHT[0], kind: 'training', ownerId: me.id, dueAt: hoursFromNow(8) },
      { ...byMe, historyId: TAUGHT[1], kind: 'training', ownerId: otherOperator.id, dueAt: hoursFromNow(9) },
      { ...byMe, historyId: third, kind: 'callback', ownerId: me.id, dueAt: hoursFromNow(3) },
      { ...byMe, historyId: third, kind: 'review', ownerId: me.id, dueAt: hoursFromNow(4) },
      { ...done, historyId: first, kind: 'callback', result: 'booked' },
      { ...done, historyId: first, kind: 'review', result: 'process' },
    ],
  });
  await givenTrainings(db);
};

/** Calls of the others: those of the list of complaints are free for what the walk proposes. */
const NO_COMPLAINTS = [FIRST_ID + 2, FIRST_ID + 3, FIRST_ID + 5] as const;

/** One compensation to decide, one of one's own that waits, and one to pay. */
const givenCompensations = async ({ db, clinic }: RunningProduct, who: keyof Clinic): Promise<void> => {
  await db.compensation.deleteMany();
  // Somebody set it in his turn: it can be set anew.
  await db.setting.deleteMany({ where: { key: COMPENSATION_LIMITS_KEY } });
  const [first, second, third] = NO_COMPLAINTS;
  const { otherAdmin, superadmin } = clinic;
  const me = clinic[who].role === 'operator' ? clinic.admin : clinic[who];
  const note = await db.note.create({ data: { authorId: otherAdmin.id, text: nasty('Ждал два часа') } });
  const proposed = { amountKopecks: 150_050, proposedAt: hoursFromNow(-1) } as const;
  const payment = await db.assignment.create({
    data: {
      historyId: third,
      kind: 'compensation',
      ownerId: me.id,
      givenById: superadmin.id,
      dueAt: hoursFromNow(6),
    },
  });
  await db.compensation.createMany({
    data: [
      { ...proposed, historyId: first, reason: 'other', noteId: note.id, proposedById: otherAdmin.id },
      { ...proposed, historyId: second, reason: 'quality', proposedById: me.id },
      {
        ...proposed,
        historyId: third,
        reason: 'rudeness',
        proposedById: otherAdmin.id,
        state: 'approved',
        decidedById: superadmin.id,
        decidedAt: hoursFromNow(0),
        assignmentId: payment.id,
      },
    ],
  });
};

/** Scores of the other operator's calls that he objects to. */
const givenDisputes = async ({ db, clinic }: RunningProduct): Promise<void> => {
  await db.scoreDispute.deleteMany();
  const { id: openedById, operatorCode } = clinic.otherOperator;
  const scores = await db.callScore.findMany({
    where: { isCurrent: true, operator: operatorCode, complaintRiskFlag: true },
  });
  await db.scoreDispute.createMany({
    data: scores.map(({ historyId, lmVersionTag, revision }) => ({
      historyId,
      lmVersionTag,
      revision,
      metric: 'complaint_risk_flag',
      rules: [],
      reason: 'misheard' as const,
      openedById,
      openedAt: new Date(),
    })),
  });
};

/** A report of each person that waits for its answer. */
const givenReports = async ({ db, clinic }: RunningProduct): Promise<void> => {
  for (const { id: authorId, role } of Object.values(clinic)) {
    const note = await db.note.create({ data: { authorId, text: nasty('Не открывается карточка') } });
    await db.problemReport.create({
      data: {
        kind: 'problem',
        authorId,
        role,
        screen: 'call',
        traceId: `tg-${note.id}`,
        version: 'v1',
        messages: { create: { side: 'author', writtenBy: authorId, noteId: note.id } },
      },
    });
  }
};

/** Calls that nobody has judged, drawn for a reading without their scores. */
const givenBlindReviews = async ({ db }: RunningProduct): Promise<void> => {
  await db.blindReview.createMany({
    data: [0, 2, 3, 5, 6, 8].map((index) => ({
      week: new Date('2026-11-23'),
      historyId: FIRST_ID + index,
      askedMetric: 'complaint_risk_flag',
      drawnAs: 'random' as const,
      wasRaised: false,
    })),
  });
};

/** A clinic on a working day, with data that could spoil a screen. */
export const givenBusyDay = async (product: RunningProduct): Promise<void> => {
  await givenScoredCalls(product);
  await givenReports(product);
  await givenBlindReviews(product);
  await givenBrokenPromises(product);
};

/** Something to do for one person, whatever others have done before. */
export const givenTurn = async (product: RunningProduct, who: keyof Clinic): Promise<void> => {
  await givenWork(product, who);
  await givenCompensations(product, who);
  await givenDisputes(product);
};
