import { until } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Person } from '@perezvon/telegram-simulator';
import { COMPLAINT_TALK, recentCall } from '../src/recent-call.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

const TIMEOUT_MS = 90_000;

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const startWithComplaint = async (...[backend]: Parameters<typeof startProduct>): Promise<RunningProduct> => {
  const started = await startProduct(backend);
  product = started;
  await started.takeIn([recentCall(500_123, 30, COMPLAINT_TALK)]);
  await until(async () => (await started.db.dailyRollup.count()) > 0, { what: 'the day is rolled up' });
  return started;
};

/** The newest file in somebody's chat, as text. */
const newestFile = async ({ download }: RunningProduct, person: Person, after = 0) => {
  const message = await person.waitFor(
    ({ messageId, attachment }) => messageId > after && attachment !== null,
    { what: 'the file' },
  );
  const { fileName = '', fileId = '' } = message.attachment ?? {};
  const text = (await download(fileId)).toString('utf8');
  return { ...message, fileName, lines: text.replace('\uFEFF', '').trimEnd().split('\r\n') };
};

const [onPostgres] = testBackends();

describe('an export', () => {
  test(
    'is the list as a file, given out once more to the same person, and to nobody whose role is gone',
    async () => {
      if (!onPostgres) throw new Error('no queue backend');
      const running = await startWithComplaint(onPostgres);
      const { db, clinic, person } = running;
      const admin = person('admin');

      await admin.send('/menu');
      await admin.tap('📤 Экспорт');
      const choice = await admin.waitFor(({ text }) => text.includes('Риски жалоб'), { what: 'the choice' });
      expect(choice.text).toMatch(/7 дней, \d\d\.\d\d–\d\d\.\d\d\nосновные столбцы · Excel\n1 строка/);
      await admin.tap('CSV');
      await admin.waitFor(({ text }) => text.includes('основные столбцы · CSV'), { what: 'CSV chosen' });
      await admin.tap('✅ Выгрузить');

      const file = await newestFile(running, admin);
      expect(file.fileName).toMatch(/^perezvon_complaint_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d\.csv$/);
      expect(file.text).toContain('📎 Выгрузка готова');
      expect(file.text).toMatch(/✅ 1 строка · 1 КБ · хранится до \d\d\.\d\d \d\d:\d\d/);
      expect(file.lines).toHaveLength(2);
      expect(file.lines[1]).toMatch(/^500123;.*;\+7 ••• •••-45-67;/);

      // Once more, from the list of one's exports.
      await admin.tap(/^✅ 🔴 Риски жалоб · /);
      await admin.tap('📎 Получить файл');
      const again = await newestFile(running, admin, file.messageId);
      expect(again.lines).toEqual(file.lines);

      // The role is taken away: a button that is already on the screen gives nothing out.
      await admin.send('/menu');
      await admin.tap('📤 Экспорт');
      await admin.tap('🗂 Мои выгрузки');
      await admin.tap(/^✅ 🔴 Риски жалоб · /);
      await admin.waitFor(
        ({ buttons, messageId }) =>
          messageId > again.messageId && buttons.flat().some(({ text }) => text === '📎 Получить файл'),
        { what: 'the button of the file' },
      );
      await db.user.update({ where: { id: clinic.admin.id }, data: { role: 'marketing' } });
      await admin.tap('📎 Получить файл');
      await admin.waitFor(({ text }) => text.includes('с вашей ролью это выгружать нельзя'), {
        what: 'the refusal',
      });

      const logged = await until(
        async () => {
          const lines = await db.adminActionLog.findMany({
            where: { action: { startsWith: 'export.' } },
            orderBy: { seq: 'asc' },
          });
          return lines.length === 4 && lines;
        },
        { what: 'four lines of the log' },
      );
      expect(logged.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
        'export.create done',
        'export.hand_out done',
        'export.hand_out done',
        'export.hand_out denied',
      ]);
      expect(logged.every(({ actorId }) => actorId === clinic.admin.id)).toBe(true);

      // Marketing gets sums, and is offered nothing else.
      const marketing = person('marketing');
      await marketing.send('/menu');
      await marketing.tap('📤 Экспорт');
      const offered = await marketing.waitFor(({ text }) => text.includes('Только сводные числа'), {
        what: 'the sums',
      });
      expect(offered.buttons.flat().map(({ text }) => text)).not.toContainEqual(
        expect.stringMatching(/жалоб|звонки/i),
      );
      await marketing.tap('CSV');
      await marketing.waitFor(({ text }) => text.includes('\nCSV\n'), { what: 'CSV chosen' });
      await marketing.tap('✅ Выгрузить');
      const sums = await newestFile(running, marketing);
      expect(sums.lines[1]).toContain('мало данных');
      expect(sums.lines.join('\n')).not.toMatch(/500123|op-1|916/);
    },
    TIMEOUT_MS,
  );
});
