import {
  actionDenied,
  auditCheckStarted,
  auditVerified,
  Envelope,
  type EventBody,
} from '@perezvon/contracts';
import { givenClinic, until } from '@perezvon/db/testing';
import { publishEvents } from '@perezvon/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startBot, type RunningBot } from './support/running-bot.js';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({ given: givenClinic });
});
afterAll(() => bot.stop());

/** The intent that a tap has left for the audit service. */
const theIntent = async (): Promise<Envelope> => {
  const row = await until(
    () => bot.db.outbox.findFirst({ where: { message: { path: ['type'], equals: 'audit.verify' } } }),
    { what: 'the intent' },
  );
  await bot.db.outbox.delete({ where: { id: row.id } });
  return Envelope.parse(row.message);
};
const answer = ({ id: causedBy, actorId, origin }: Envelope, event: EventBody) =>
  publishEvents(bot.harness.deps, [event], { causedBy, actorId, origin, at: new Date() });

test('the check is asked for with one tap; its end is seen in the same message, and a second one is refused', async () => {
  const superadmin = bot.person('superadmin');
  const askForOne = async () => {
    await superadmin.send('/menu');
    await superadmin.tap('🧾 Журнал');
    await superadmin.waitFor(({ text }) => text.startsWith('🧾 Журнал действий'), { what: 'the log' });
    await superadmin.tap('🔐 Проверить целостность');
  };
  await askForOne();
  const intent = await theIntent();
  expect(intent).toMatchObject({ type: 'audit.verify', payload: {} });

  const { id: requestedById } = await bot.db.user.findFirstOrThrow({ where: { role: 'superadmin' } });
  const at = new Date();
  const { id: checkId } = await bot.db.auditCheck.create({
    data: { requestedById, requestedAt: at, movedAt: at, headSeq: 2_000 },
  });
  await answer(intent, auditCheckStarted.of({ checkId }));
  const running = await superadmin.waitFor(({ text }) => text.includes('⏳ Проверяется… Пройдено'), {
    what: 'the check under way',
  });

  await bot.db.auditCheck.update({
    where: { id: checkId },
    data: { state: 'broken', problem: 'row_changed', badSeq: 2_023, headSeq: 2_022 },
  });
  const told = { causedBy: `audit-check-${checkId}`, actorId: null, origin: null, at };
  await publishEvents(bot.harness.deps, [auditVerified.of({ checkId, entries: 2_022, badSeq: 2_023 })], told);
  const broken = await superadmin.waitFor(({ text }) => text.includes('❌ Нарушена с записи №'), {
    what: 'what it found',
  });
  expect(broken.messageId).toBe(running.messageId);
  expect(broken.text).toContain('запись изменена после того, как её сделали');
  expect(broken.text).toContain('Что делать: ничего не удаляйте');

  await askForOne();
  await answer(
    await theIntent(),
    actionDenied.of({
      action: 'audit.verify',
      subject: { kind: 'system', id: 'audit-log' },
      actorRole: 'superadmin',
      reason: 'audit.check_running',
    }),
  );
  await superadmin.waitFor(({ text }) => text.includes('проверка уже идёт'), { what: 'why not' });
});
