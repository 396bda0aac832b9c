import type { CompensationReason } from '@perezvon/contracts';
import { givenCall } from '@perezvon/db/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { openBench, type Bench } from './open-bench.js';
import { readXlsx } from './read-files.js';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});

interface Given {
  decidedAt: string;
  paidAt?: string;
  amountKopecks?: number;
  reason?: CompensationReason;
}

/** An approved compensation of the admin's. @returns its id and its call */
const givenApproved = async ({ decidedAt, paidAt, amountKopecks = 150_050, reason = 'quality' }: Given) => {
  const { db, clinic } = bench;
  const { historyId } = await givenCall(db, { callDate: '2026-11-01T08:05:00Z' });
  const assignment = await db.assignment.create({
    data: {
      historyId,
      kind: 'compensation',
      ownerId: clinic.admin.id,
      givenById: clinic.superadmin.id,
      dueAt: '2026-11-30T15:00:00Z',
      ...(paidAt !== undefined && { state: 'done', closedAt: paidAt }),
    },
  });
  const { id } = await db.compensation.create({
    data: {
      historyId,
      amountKopecks,
      reason,
      state: 'approved',
      proposedById: clinic.admin.id,
      proposedAt: '2026-11-01T09:00:00Z',
      decidedById: clinic.superadmin.id,
      decidedAt,
      assignmentId: assignment.id,
    },
  });
  return { id, historyId };
};

const ORDER = { content: 'compensation', columns: null } as const;

test('accounting gets what was approved or paid in these days, each once, to the kopeck; nothing of clients', async () => {
  const { db, clinic } = bench;
  expect(await bench.ask(clinic.superadmin, ORDER)).toBe('export.empty');

  // 7 days end with 24.11: both moments of each row lie before them, beside them or within.
  await givenApproved({ decidedAt: '2026-11-17T20:59:59Z' });
  await givenApproved({ decidedAt: '2026-11-10T09:00:00Z', paidAt: '2026-11-16T09:00:00Z' });
  const paidLater = await givenApproved({
    decidedAt: '2026-11-10T09:00:00Z',
    paidAt: '2026-11-20T09:00:00Z',
  });
  const toPay = await givenApproved({
    decidedAt: '2026-11-24T08:00:00Z',
    amountKopecks: 100_000,
    reason: 'price_differs',
  });
  await db.compensation.create({
    data: {
      historyId: (await givenCall(db)).historyId,
      amountKopecks: 100,
      reason: 'goodwill',
      state: 'refused',
      proposedById: clinic.admin.id,
      proposedAt: '2026-11-24T07:00:00Z',
      decidedById: clinic.superadmin.id,
      decidedAt: '2026-11-24T08:00:00Z',
    },
  });

  expect(await bench.ask(clinic.superadmin, ORDER)).toBeNull();
  await bench.make();

  expect(await bench.rows()).toEqual([
    {
      '№ компенсации': String(paidLater.id),
      'ID звонка': String(paidLater.historyId),
      'Дата и время': '01.11.2026 11:05',
      'Сумма, ₽': '1500,50',
      'За что': 'Качество услуги',
      Состояние: 'выплачена',
      'Предложил(а)': 'Анна',
      Предложено: '01.11.2026 12:00',
      'Одобрил(а)': 'Игорь',
      Одобрено: '10.11.2026 12:00',
      'Выплатил(а)': 'Анна',
      Выплачено: '20.11.2026 12:00',
    },
    expect.objectContaining({
      '№ компенсации': String(toPay.id),
      'Сумма, ₽': '1000,00',
      'За что': 'Цена вышла другой',
      Состояние: 'одобрена, не выплачена',
      'Выплатил(а)': '',
      Выплачено: '',
    }),
  ]);
});

test('a spreadsheet holds the sums as numbers', async () => {
  const { clinic } = bench;
  await bench.ask(clinic.superadmin, { ...ORDER, format: 'xlsx', days: 30 });
  await bench.make();

  const { sheet, rows } = await readXlsx(await bench.file());

  expect(sheet).toBe('Компенсации');
  expect(rows.slice(1).map((row) => row[3])).toEqual([1500.5, 1500.5, 1500.5, 1000]);
});

test('who does not approve compensations gets no such file', async () => {
  const { clinic } = bench;
  expect(await bench.ask(clinic.admin, ORDER)).toBe('export.not_permitted');
  expect(await bench.ask(clinic.marketing, ORDER)).toBe('export.not_permitted');
});
