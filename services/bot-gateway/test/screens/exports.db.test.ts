import { exportHandOut } from '@perezvon/contracts';
import { withTransaction, type DbClient, type Prisma } from '@perezvon/db';
import {
  clockAt,
  givenCall,
  givenClinic,
  givenRollup,
  givenScore,
  testDatabase,
  type Clinic,
} from '@perezvon/db/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handOutExport } from '../../src/intents/hand-out-export.js';
import { readExportFile } from '../../src/store/export-files.js';
import { exportFileName } from '../../src/screens/exports/send-export.js';
import type { Address } from '../../src/screens/define-place.js';
import {
  exportCardPlace,
  exportPlace,
  exportsPlace,
  FIRST_CHOICE,
  type ExportChoice,
} from '../../src/screens/places/exports.js';
import { seeScreen } from '../support/draw.js';
import { personOf } from '../support/people.js';

const NOW = '2026-11-24T09:00:00Z';
const now = clockAt(NOW);
let db: DbClient;
let clinic: Clinic;
beforeAll(async () => {
  ({ db } = await testDatabase());
  clinic = await givenClinic(db);
  for (const score of [95, 70])
    await givenScore(db, await givenCall(db), { complaintRiskScore: score, followupNeededFlag: false });
  await givenRollup(db, '2026-11-24', { calls: 1_234, validDialogues: 1_000 });
});
beforeEach(() => db.export.deleteMany());

const see = (who: keyof Clinic, address: Address) => seeScreen(db, personOf(clinic[who]), address, { now });
const choose = (who: keyof Clinic, change: Partial<ExportChoice> = {}) =>
  see(who, exportPlace.address({ ...FIRST_CHOICE, ...change }));
const withoutWayBack = (buttons: string[][]) => buttons.slice(0, -1);

const givenExport = (overrides: Partial<Prisma.ExportUncheckedCreateInput> = {}) =>
  db.export.create({
    data: {
      requestedById: clinic.admin.id,
      content: 'complaint',
      columns: 'main',
      format: 'xlsx',
      language: 'ru',
      days: 7,
      since: '2026-11-17T21:00:00Z',
      until: '2026-11-24T21:00:00Z',
      isMasked: true,
      totalRows: 1_000,
      createdAt: NOW,
      ...overrides,
    },
  });
const DONE = {
  state: 'done',
  doneRows: 42,
  bytes: 15_000,
  sha256: Buffer.from('ab'.repeat(32), 'hex'),
  finishedAt: NOW,
  expiresAt: '2026-11-25T09:00:00Z',
} as const;

describe('«📤 Экспорт»', () => {
  test('opens with the list that matters, tells its length, and offers every choice', async () => {
    const seen = await choose('admin');
    expect(seen.text).toContain('🔴 Риски жалоб\n7 дней, 18.11–24.11\nосновные столбцы · Excel\n2 строки\n');
    expect(seen.text).toContain('имена и номера в словах скрыты');
    expect(withoutWayBack(seen.buttons)).toEqual([
      ['☑️ 🔴 Риски жалоб', '📞 Нужно перезвонить'],
      ['💸 Упущенная выручка', '☎️ Все звонки'],
      ['Для маркетинга (без персональных данных)'],
      ['☑️ 7 дней', '14 дней', '30 дней'],
      ['☑️ Основные', 'Все показатели'],
      ['Только ID звонков'],
      ['☑️ Excel', 'CSV'],
      ['✅ Выгрузить'],
      ['🗂 Мои выгрузки'],
    ]);
  });

  test('tells what another choice would be, and when there is nothing to export', async () => {
    const all = await choose('admin', { content: 'calls', columns: 'ids', format: 'csv', days: 30 });
    expect(all.text).toContain(
      '☎️ Все звонки\n30 дней, 26.10–24.11\nтолько ID звонков · CSV\n1\u00A0234 строки',
    );
    expect(all.text).toContain('Только номера звонков');
    const none = await choose('admin', { content: 'followup' });
    expect(none.text).toContain('0 строк\n\nЗа эти дни таких звонков нет');
    expect(none.buttons.flat()).not.toContain('✅ Выгрузить');
  });

  test('says to whom words are open that they are', async () => {
    expect((await choose('superadmin')).text).toContain('🔓 Слова клиентов — как сказаны');
  });

  test('shows marketing sums and nothing else, whatever its button asked for', async () => {
    const seen = await choose('marketing', { content: 'calls' });
    expect(seen.text).toContain('По дням');
    expect(withoutWayBack(seen.buttons)).toEqual([
      ['☑️ По дням', 'По источникам', 'По показателям'],
      ['☑️ 7 дней', '14 дней', '30 дней'],
      ['☑️ Excel', 'CSV'],
      ['✅ Выгрузить'],
      ['🗂 Мои выгрузки'],
    ]);
  });

  test('is not for operators', async () => {
    expect((await choose('operator')).text).toContain('недоступен');
  });

  test('speaks English to whom does', async () => {
    const seen = await seeScreen(
      db,
      { ...personOf(clinic.admin), language: 'en' },
      exportPlace.address(FIRST_CHOICE),
      { now },
    );
    expect(seen.text).toContain('🔴 Complaint risks\n7 days, 18.11–24.11\nmain columns · Excel\n2 rows');
  });
});

describe('«🗂 Мои выгрузки»', () => {
  test('shows how far the one under way is, and one’s own last ones', async () => {
    await givenExport({ ...DONE, createdAt: '2026-11-23T08:00:00Z' });
    await givenExport({ state: 'running', doneRows: 300, content: 'calls' });
    await givenExport({ ...DONE, requestedById: clinic.otherAdmin.id, content: 'lost' });
    const seen = await see('admin', exportsPlace.address({}));
    expect(seen.text).toContain('☎️ Все звонки');
    expect(seen.text).toContain('▰▰▰▱▱▱▱▱▱▱ 30 % · 300 из 1\u00A0000');
    expect(withoutWayBack(seen.buttons)).toEqual([
      ['✖️ Прекратить'],
      ['✅ 🔴 Риски жалоб · 23.11 11:00'],
      ['📤 Новая выгрузка'],
    ]);
  });

  test.each([
    [DONE, /✅ 42 строки · 15 КБ · хранится до 25\.11 12:00/, ['📎 Получить файл']],
    [{ state: 'expired' as const }, /Прошли сутки, файл удалён/, []],
    [{ state: 'cancelled' as const }, /✖️ Прекращена/, []],
    [{ state: 'failed' as const, failure: 'too_big' as const }, /Файл больше 50 МБ/, []],
    [{ state: 'failed' as const, failure: 'gave_up' as const }, /Не получилось/, []],
  ])('a card says how it stands: %j', async (state, words, buttons) => {
    const { id: exportId } = await givenExport(state);
    const seen = await see('admin', exportCardPlace.address({ exportId }));
    expect(seen.text).toMatch(words);
    expect(withoutWayBack(seen.buttons).flat()).toEqual(buttons);
    expect(seen.text).not.toMatch(/null|undefined|complaint/);
    expect((await see('otherAdmin', exportCardPlace.address({ exportId }))).text).toContain('Здесь пусто');
  });
});

describe('a file is handed out', () => {
  const handOut = async (who: keyof Clinic, exportId: number, at = now) =>
    withTransaction(db, async (tx) => {
      const { id, role } = clinic[who];
      const intent = exportHandOut.of({ exportId }, { id: 'tg-1', actorId: id, at: at() });
      const outcome = await handOutExport(intent, { tx, now: at, actor: { id, role } });
      return outcome.kind === 'refused' ? outcome.reason : outcome.change.after;
    });

  test('to whom asked for it; the log keeps which file it was', async () => {
    const { id } = await givenExport(DONE);
    expect(await handOut('admin', id)).toEqual({
      exportContent: 'complaint',
      exportColumns: 'main',
      exportFormat: 'xlsx',
      exportRows: 42,
      sha256: 'ab'.repeat(32),
    });
    expect(await handOut('otherAdmin', id)).toBe('export.not_found');
  });

  test('not before it is there, not after its time', async () => {
    const { id: open } = await givenExport({ state: 'running' });
    expect(await handOut('admin', open)).toBe('export.not_ready');
    await db.export.deleteMany();
    const { id } = await givenExport(DONE);
    expect(await handOut('admin', id, clockAt('2026-11-25T09:00:00Z'))).toBe('export.expired');
  });

  test('not to a role that may not have it: calls to marketing, open words to an admin', async () => {
    const { id: calls } = await givenExport({ ...DONE, requestedById: clinic.marketing.id });
    expect(await handOut('marketing', calls)).toBe('export.not_permitted');
    const { id: open } = await givenExport({ ...DONE, isMasked: false });
    expect(await handOut('admin', open)).toBe('export.not_permitted');
    expect((await see('admin', exportCardPlace.address({ exportId: open }))).text).toContain(
      'С вашей нынешней ролью этот файл получить нельзя',
    );
  });

  test('piece by piece in their order, under a name that says what and when', async () => {
    const bytes = Buffer.byteLength('кусок 0;кусок 1;кусок 2;');
    const row = await givenExport({ ...DONE, bytes });
    for (const number of [2, 0, 1])
      await db.exportChunk.create({
        data: { exportId: row.id, number, content: Buffer.from(`кусок ${number};`) },
      });
    const pieces: Uint8Array[] = [];
    for await (const piece of readExportFile(db, row)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('кусок 0;кусок 1;кусок 2;');
    const half = readExportFile(db, row);
    await half.next();
    await db.exportChunk.deleteMany();
    await expect(half.next()).rejects.toThrow(/deleted/u);
    expect(exportFileName(row, 'Europe/Moscow')).toBe('perezvon_complaint_2026-11-18_2026-11-24.xlsx');
  });
});
