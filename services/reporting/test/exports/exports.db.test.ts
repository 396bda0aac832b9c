import { createHash } from 'node:crypto';
import { MAX_EXPORT_BYTES } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import { clockAt, givenCall, givenScore } from '@perezvon/db/testing';
import { outboxMessages } from '@perezvon/messaging/testing';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FileTooBig, openChunkSink, Superseded } from '../../src/exports/chunk-sink.js';
import { expireExports, wakeExports } from '../../src/exports/index.js';
import { beginExport } from '../../src/exports/store.js';
import { countListedCalls } from './count-listed-calls.js';
import { givenManyCalls } from './given-calls.js';
import { openBench, type Bench } from './open-bench.js';
import { readXlsx } from './read-files.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(async () => {
  const { db } = bench;
  for (const table of [db.exportChunk, db.export, db.outbox, db.assignment, db.callScore])
    await Object(table).deleteMany();
  await db.call.deleteMany();
});

const quoteOf = (quote: string) => [
  { metric: 'complaint_risk_flag', turn: 1, t: 4, quote, rule: 'complaint.promise', weight: 40 },
];

const exportRows = async (...asked: Parameters<Bench['ask']>) => {
  expect(await bench.ask(...asked)).toBeNull();
  await bench.make();
  return bench.rows();
};

describe('a list as a file', () => {
  test('holds the calls of the list and no other, the worst first, as the list has them', async () => {
    const { db, clinic } = bench;
    const scores = [30, 95, 70, 95];
    for (const [index, complaintRiskScore] of scores.entries())
      await givenScore(
        db,
        await givenCall(db, { historyId: 900 + index, callDate: `2026-11-2${index}T08:00:00Z` }),
        {
          complaintRiskScore,
          complaintRiskFlag: complaintRiskScore >= 60,
        },
      );
    // The last moment of the day before the period, and a score that is not shown.
    await givenScore(db, await givenCall(db, { callDate: '2026-11-17T20:59:59.999Z' }));
    await givenScore(db, await givenCall(db), { isCurrent: false });

    const rows = await exportRows(clinic.admin, {});

    expect(rows.map((row) => row['ID звонка'])).toEqual(['903', '901', '902']);
    expect(rows.map((row) => row['Риск жалобы'])).toEqual(['95', '95', '70']);
    expect(rows).toHaveLength(await countListedCalls(db, 'complaint', 7));
  });

  test('says who, when, what and why, in words', async () => {
    const { db, clinic } = bench;
    const call = await givenCall(db, {
      historyId: 500_123n,
      clientPhoneLast4: '1234',
      talkDuration: 61,
      callDate: '2026-11-24T08:05:00Z',
    });
    await givenScore(db, call, { lossReason: 'price', evidence: quoteOf('=1+1; "<b>да</b>"\n😀') });
    await db.assignment.create({
      data: {
        historyId: 500_123n,
        kind: 'callback',
        ownerId: clinic.operator.id,
        givenById: clinic.admin.id,
        dueAt: '2026-11-24T15:00:00Z',
      },
    });

    const [row] = await exportRows(clinic.admin, {});

    expect(row).toMatchObject({
      'ID звонка': '500123',
      'Дата и время': '24.11.2026 11:05',
      Оператор: 'op-1',
      Направление: 'входящий',
      'Разговор, с': '61',
      'Телефон клиента': '+7 ••• •••-12-34',
      'Чем кончился': 'жалоба',
      'Уровень риска ухода': 'высокий',
      'Зачем перезвонить': 'жалоба не закрыта',
      'Почему упустили': 'цена',
      'Слова из разговора': '\'=1+1; "<b>да</b>"\n😀',
      Ответственный: 'Ольга',
      Поручение: 'Перезвон',
      'Срок поручения': '24.11.2026 18:00',
    });
  });

  test('hides names and numbers in words from whom the transcript hides them', async () => {
    const { db, clinic } = bench;
    await givenScore(db, await givenCall(db), { evidence: quoteOf('перезвоните на 8 916 200-30-40') });

    const [masked] = await exportRows(clinic.admin, {});
    expect(masked?.['Слова из разговора']).not.toContain('916');
    expect(await bench.newest()).toMatchObject({ isMasked: true });

    const [open] = await exportRows(clinic.superadmin, {});
    expect(open?.['Слова из разговора']).toContain('916 200-30-40');
    expect(await bench.newest()).toMatchObject({ isMasked: false });
  });

  test('with every metric tells what is not known, and why; nothing reads null or undefined', async () => {
    const { db, clinic } = bench;
    const call = await givenCall(db, { awaitSec: null, source: null, operator: null });
    await givenScore(db, call, {
      complaintProb: 0.62,
      crossSellPotential: null,
      churnRiskLevel: null,
      churnRiskScore: null,
      gates: { cross_sell_potential: 'not_target', churn_risk_level: 'not_target' },
    });

    const [row] = await exportRows(clinic.admin, { content: 'calls', columns: 'all' });

    expect(row).toMatchObject({
      'Официальная жалоба, вероятность': '0,62',
      'Дополнительная услуга': '',
      'Чего нет и почему': 'звонок не о записи',
      'Профиль расчёта': 'обычный',
      Прослушан: 'нет',
      Жалоба: 'да',
      Оператор: '',
    });
    expect(JSON.stringify(row)).not.toMatch(/null|undefined|\[object/);
  });

  test('of the numbers of calls holds nothing else', async () => {
    const { db, clinic } = bench;
    await givenScore(db, await givenCall(db, { historyId: 700 }));
    await bench.ask(clinic.admin, { columns: 'ids', format: 'xlsx' });
    await bench.make();
    expect(await readXlsx(await bench.file())).toEqual({
      sheet: 'Риски жалоб',
      rows: [['ID звонка'], [700]],
    });
  });

  test('of thousands of calls is whole: every call once, in pieces, as its checksum says', async () => {
    const { db, clinic } = bench;
    await givenManyCalls(db, 2_500, new Date('2026-11-24T08:00:00Z'));

    const rows = await exportRows(clinic.admin, { content: 'calls', columns: 'all' });

    expect(new Set(rows.map((row) => row['ID звонка'])).size).toBe(2_500);
    expect(rows).toHaveLength(2_500);
    const { id: exportId, bytes, sha256, doneRows, totalRows } = await bench.newest();
    const file = await bench.file();
    expect(await db.exportChunk.count({ where: { exportId } })).toBeGreaterThan(1);
    expect({ bytes, doneRows, totalRows }).toEqual({ bytes: file.length, doneRows: 2_500, totalRows: 2_500 });
    expect(sha256).toEqual(new Uint8Array(createHash('sha256').update(file).digest()));
  });
});

describe('who may ask', () => {
  test('marketing never gets calls, an operator nothing; nothing, too much and a second one are refused', async () => {
    const { db, clinic } = bench;
    expect(await bench.ask(clinic.admin, {})).toBe('export.empty');
    await givenScore(db, await givenCall(db));
    expect(await bench.ask(clinic.marketing, {})).toBe('export.not_permitted');
    expect(await bench.ask(clinic.operator, { content: 'day' })).toBe('permission.missing');
    expect(await bench.ask(clinic.admin, {})).toBeNull();
    expect(await bench.ask(clinic.admin, { format: 'xlsx' })).toBe('export.already_open');
    // Somebody else's does not stand in the way.
    expect(await bench.ask(clinic.otherAdmin, {})).toBeNull();
    expect(await db.export.count()).toBe(2);
  });

  test('an order is a line of the log: what, for which days, how many rows', async () => {
    const { db, clinic } = bench;
    await givenScore(db, await givenCall(db));
    await bench.ask(clinic.admin, { columns: 'ids' });
    const { id } = await bench.newest();
    const logged = (await outboxMessages(db)).find(({ type }) => type === 'admin.action');
    expect(logged?.payload).toMatchObject({
      action: 'export.create',
      subject: { kind: 'export', id: String(id) },
      after: {
        exportContent: 'complaint',
        exportColumns: 'ids',
        exportFormat: 'csv',
        exportDays: 7,
        exportRows: 1,
      },
    });
  });
});

const finishedCount = async () =>
  (await outboxMessages(bench.db)).filter(({ type }) => type === 'export.finished').length;

describe('from beginning to end, once', () => {
  beforeEach(async () => {
    await givenScore(bench.db, await givenCall(bench.db));
  });

  test('a cancelled export leaves no file, whenever the work comes', async () => {
    const { db, clinic } = bench;
    await bench.ask(clinic.admin, {});
    const { id } = await bench.newest();
    expect(await bench.cancel(clinic.otherAdmin, id)).toBe('export.not_found');
    expect(await bench.cancel(clinic.admin, id)).toBeNull();
    await bench.make();
    expect(await bench.newest()).toMatchObject({ state: 'cancelled', bytes: null });
    expect(await db.exportChunk.count()).toBe(0);
    expect(await finishedCount()).toBe(0);
    expect(await bench.cancel(clinic.admin, id)).toBe('export.not_open');
  });

  test('of two take-ups only the later one writes; a file that Telegram would not take is given up', async () => {
    const { db, clinic, deps } = bench;
    await bench.ask(clinic.admin, {});
    const { id } = await bench.newest();
    const takeUp = async () => {
      const work = await withTransaction(db, (tx) => beginExport(tx, id));
      if (work === null) throw new Error('there is no work');
      return openChunkSink(deps, work);
    };
    const earlier = await takeUp();
    const later = await takeUp();
    await earlier.write(Buffer.from('раньше'));
    await later.write(Buffer.from('позже'));
    await expect(earlier.end()).rejects.toThrow(Superseded);
    expect(await later.end()).toMatchObject({ bytes: Buffer.byteLength('позже') });
    expect((await bench.file()).toString()).toBe('позже');

    await expect(later.write(new Uint8Array(MAX_EXPORT_BYTES))).rejects.toThrow(FileTooBig);
  });

  test('a file is deleted when its time is over, not a moment earlier', async () => {
    const { db, clinic, deps } = bench;
    await bench.ask(clinic.admin, {});
    await bench.make();
    const later = (iso: string) => expireExports({ ...deps, now: clockAt(iso) });
    expect(await later('2026-11-25T08:59:59Z')).toBe(0);
    expect(await db.exportChunk.count()).toBe(1);
    expect(await later('2026-11-25T09:00:00Z')).toBe(1);
    expect(await db.exportChunk.count()).toBe(0);
    expect(await bench.newest()).toMatchObject({ state: 'expired' });
  });

  test('a lost message is sent again; one that used up its attempts gives the export up', async () => {
    const { db, clinic, deps } = bench;
    const wake = () => wakeExports({ ...deps, queues: Object({ wakeRelay: () => {} }) });
    await bench.ask(clinic.admin, {});
    await wake();
    const asking = { queue: 'reporting', messageId: { contains: '-make' } };
    expect(await db.outbox.count({ where: asking })).toBe(1);

    await db.outbox.deleteMany({ where: asking });
    await wake();
    expect(await db.outbox.count({ where: asking })).toBe(1);

    await db.outbox.updateMany({ where: asking, data: { nextSendAt: null } });
    await wake();
    expect(await bench.newest()).toMatchObject({ state: 'failed', failure: 'gave_up' });
    expect(await finishedCount()).toBe(1);
    await wake();
    expect(await finishedCount()).toBe(1);
  });
});
