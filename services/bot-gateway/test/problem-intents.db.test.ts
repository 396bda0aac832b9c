import {
  problemAnswer,
  problemContinue,
  problemReport,
  settingsSetContact,
  ticketCreate,
  type Envelope,
} from '@perezvon/contracts';
import { withTransaction, type DbClient } from '@perezvon/db';
import { givenCall, givenClinic, silentLog, testDatabase, type Clinic } from '@perezvon/db/testing';
import { insertOutbox } from '@perezvon/messaging';
import { carryOut, outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { intents } from '../src/intents/index.js';
import { forgetUnsentNotes, insertNote } from '../src/store/notes.js';
import { claimDeliveries } from '../src/store/problem-deliveries.js';
import { forgetOldProblems } from '../src/store/problems.js';
import { findContacts } from '../src/store/settings.js';
import { givenDispute } from './support/given-dispute.js';

const AT = new Date('2026-11-24T09:00:00Z');
const GROUP = -1_001;
const alone = intents({ developersChatId: null, timezone: 'Europe/Moscow' });
const withGroup = intents({ developersChatId: BigInt(GROUP), timezone: 'Europe/Moscow' });

let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
});

const decide = (intent: Envelope, handlers = alone): Promise<string | null> =>
  carryOut('bot-gateway', intent, handlers, { db, log: silentLog, now: () => AT });

const noteOf = (authorId: number, text = 'Не открывается'): Promise<number> =>
  withTransaction(db, (tx) => insertNote(tx, { authorId, text, now: AT }));

let lastUpdate = 0;
const by = (actorId: number) => {
  lastUpdate += 1;
  return { id: `tg-${lastUpdate}`, actorId, at: AT };
};

/** A report, with the number that it got and the note that it was made of. */
const givenReport = async (authorId: number) => {
  const noteId = await noteOf(authorId);
  expect(await decide(problemReport.of({ noteId, screen: 'call', traceId: null }, by(authorId)))).toBeNull();
  const { reportId } = await db.problemMessage.findUniqueOrThrow({ where: { noteId } });
  return { reportId, noteId };
};

test('only one’s own words are sent, and once', async () => {
  const { admin, operator } = clinic;
  const { noteId } = await givenReport(admin.id);
  const again = { noteId, screen: null, traceId: null };
  expect(await decide(problemReport.of(again, by(admin.id)))).toBe('problem.already_sent');
  // A button that somebody made up names another person's words.
  const others = { ...again, noteId: await noteOf(admin.id, 'Чужой текст') };
  expect(await decide(problemReport.of(others, by(operator.id)))).toBe('problem.nothing_to_send');
  const contact = { topic: 'technical', noteId: await noteOf(operator.id) } as const;
  expect(await decide(settingsSetContact.of(contact, by(clinic.superadmin.id)))).toBe(
    'settings.nothing_to_set',
  );
});

test('who is not a developer answers nothing, but in the developers’ chat; who is not the author adds nothing', async () => {
  const { admin, operator, superadmin } = clinic;
  const { reportId } = await givenReport(operator.id);
  const words = async () => ({ reportId, noteId: await noteOf(admin.id, 'Готово') });
  expect(await decide(problemAnswer.of(await words(), by(admin.id)))).toBe('problem.not_a_developer');
  expect(await decide(problemContinue.of(await words(), by(admin.id)))).toBe('problem.not_found');
  expect(await decide(ticketCreate.of({ noteId: await noteOf(superadmin.id) }, by(superadmin.id)))).toBe(
    'permission.missing',
  );
  const elsewhere = { chatId: GROUP - 1, messageId: 5 };
  const fromElsewhere = problemAnswer.of(await words(), { ...by(admin.id), origin: elsewhere });
  expect(await decide(fromElsewhere, withGroup)).toBe('problem.not_a_developer');
  const fromGroup = problemAnswer.of(await words(), {
    ...by(admin.id),
    origin: { chatId: GROUP, messageId: 5 },
  });
  expect(await decide(fromGroup, withGroup)).toBeNull();
  expect(await decide(fromGroup, withGroup)).toBe('duplicate');
  expect(await db.problemReport.findUnique({ where: { id: reportId } })).toMatchObject({ state: 'answered' });
  expect(await db.problemMessage.count({ where: { reportId, side: 'developers' } })).toBe(1);
});

test('an hour takes twenty messages of one person and stops nobody else', async () => {
  const { marketing, admin } = clinic;
  const { reportId } = await givenReport(marketing.id);
  for (let count = 1; count < 20; count += 1) {
    const more = { reportId, noteId: await noteOf(marketing.id) };
    expect(await decide(problemContinue.of(more, by(marketing.id)))).toBeNull();
  }
  const tooMuch = { noteId: await noteOf(marketing.id), screen: null, traceId: null };
  expect(await decide(problemReport.of(tooMuch, by(marketing.id)))).toBe('problem.too_many');
  await givenReport(admin.id);
});

test('a blocked person reports nothing; the log’s line of a contact names nobody', async () => {
  const { otherOperator, superadmin } = clinic;
  await db.user.update({ where: { id: otherOperator.id }, data: { status: 'blocked' } });
  const report = { noteId: await noteOf(otherOperator.id), screen: null, traceId: null };
  expect(await decide(problemReport.of(report, by(otherOperator.id)))).toBe('problem.no_access');

  const named = { topic: 'access', noteId: await noteOf(superadmin.id, 'Игорь, @igor') } as const;
  const intent = settingsSetContact.of(named, by(superadmin.id));
  expect(await decide(intent)).toBeNull();
  expect(await findContacts(db)).toEqual({ access: 'Игорь, @igor' });
  const told = (await outboxMessages(db)).filter(({ causedBy }) => causedBy === intent.id);
  expect(told.map(({ type }) => type)).toEqual(['settings.changed', 'admin.action']);
  expect(JSON.stringify(told)).not.toContain('Игорь');
  expect(await decide(settingsSetContact.of({ ...named, noteId: null }, by(superadmin.id)))).toBeNull();
  expect(await findContacts(db)).toEqual({});
});

test('processes side by side take different deliveries, and one that is held is nobody else’s', async () => {
  await givenReport(clinic.admin.id);
  const due = await db.problemDelivery.count({ where: { dueAt: { lte: AT } } });
  const heldUntil = new Date(AT.getTime() + 60_000);
  const claim = () => withTransaction(db, (tx) => claimDeliveries(tx, { now: AT, heldUntil, limit: due }));
  const [one, other] = await Promise.all([claim(), claim()]);
  const taken = [...one, ...other].map(({ messageId, chatId }) => `${messageId}.${chatId}`);
  expect(new Set(taken).size).toBe(due);
  expect(taken).toHaveLength(due);
});

const daysLater = (days: number): Date => new Date(AT.getTime() + days * 24 * 60 * 60_000);
const textsOf = async (ids: readonly number[]): Promise<number> =>
  db.note.count({ where: { id: { in: [...ids] } } });

test('words that were typed and not sent are forgotten after two days; those that were sent, or are on their way, are not', async () => {
  const { operator, admin } = clinic;
  const { noteId: sent } = await givenReport(admin.id);
  const unsent = await noteOf(operator.id);
  const accepted = await noteOf(operator.id);
  const { historyId } = await givenCall(db);
  await givenDispute(db, clinic, historyId, { note: 'Клиент не жаловался' });
  const { noteId: disputed } = await db.scoreDispute.findFirstOrThrow({ where: { historyId } });
  await db.note.updateMany({ where: { id: disputed ?? 0 }, data: { createdAt: AT } });
  const [task, reason, money] = [await noteOf(admin.id), await noteOf(admin.id), await noteOf(admin.id)];
  const earlier = await noteOf(operator.id);
  const people = { ownerId: operator.id, givenById: admin.id };
  const { id: assignmentId } = await db.assignment.create({
    data: { ...people, kind: 'task', noteId: task, reasonNoteId: reason, dueAt: daysLater(3) },
  });
  await db.adminActionLog.create({
    data: {
      seq: 1,
      messageId: 'tg-extended',
      at: AT,
      action: 'assignment.extend',
      subjectKind: 'assignment',
      subjectId: String(assignmentId),
      outcome: 'done',
      after: { reason: 'other', noteId: earlier },
      prevHash: Buffer.alloc(32),
      hash: Buffer.alloc(32),
    },
  });
  const proposal = {
    reason: 'other',
    amountKopecks: 100_000,
    proposedById: admin.id,
    proposedAt: AT,
  } as const;
  await db.compensation.create({ data: { ...proposal, historyId, noteId: money } });
  const waiting = problemReport.of({ noteId: accepted, screen: null, traceId: null }, by(operator.id));
  await withTransaction(db, (tx) => insertOutbox(tx, [{ queue: 'bot-gateway', envelope: waiting }]));

  await forgetUnsentNotes(db, new Date(daysLater(2).getTime() - 1));
  expect(await textsOf([unsent])).toBe(1);
  await forgetUnsentNotes(db, daysLater(2));
  expect(await textsOf([unsent])).toBe(0);
  await forgetUnsentNotes(db, daysLater(400));
  expect(await textsOf([sent, accepted, disputed ?? 0, task, reason, earlier, money])).toBe(7);
});

test('a report is forgotten half a year after its last word, with everything that was said in it', async () => {
  const { admin, supremeDev } = clinic;
  const [old, answered] = [await givenReport(admin.id), await givenReport(admin.id)];
  const answer = await noteOf(supremeDev.id, 'Исправили');
  expect(
    await carryOut(
      'bot-gateway',
      problemAnswer.of({ reportId: answered.reportId, noteId: answer }, by(supremeDev.id)),
      alone,
      { db, log: silentLog, now: () => daysLater(1) },
    ),
  ).toBeNull();

  const kept = async () => ({
    reports: await db.problemReport.count({ where: { id: { in: [old.reportId, answered.reportId] } } }),
    words: await textsOf([old.noteId, answered.noteId, answer]),
  });
  await forgetOldProblems(db, new Date(daysLater(180).getTime() - 1));
  expect(await kept()).toEqual({ reports: 2, words: 3 });
  await forgetOldProblems(db, daysLater(180));
  expect(await kept()).toEqual({ reports: 1, words: 2 });
  await forgetOldProblems(db, daysLater(181));
  expect(await kept()).toEqual({ reports: 0, words: 0 });
});
