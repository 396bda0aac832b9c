import { compensationStanding } from '@perezvon/contracts';
import type { Db, Prisma } from '@perezvon/db';
import { codeKey, nameOf, type PersonName } from '@perezvon/texts';
import { onePage, type Cell, type ExportTable, type Row, type TableColumn } from '../table.js';
import type { Words } from '../texts.js';

/** Clinic days: from `since` on, before `until`. */
interface Days {
  since: Date;
  until: Date;
}

/** What accounting looks for: whatever was approved or paid in these days. What was never approved costs nothing. */
const during = ({ since, until }: Days): Prisma.CompensationWhereInput => {
  const days = { gte: since, lt: until };
  return {
    state: 'approved',
    OR: [{ decidedAt: days }, { assignment: { state: 'done', closedAt: days } }],
  };
};

const NAME = { select: { firstName: true, lastName: true } } as const;
const COMPENSATION = {
  id: true,
  historyId: true,
  amountKopecks: true,
  reason: true,
  state: true,
  proposedAt: true,
  decidedAt: true,
  call: { select: { callDate: true } },
  proposedBy: NAME,
  decidedBy: NAME,
  assignment: { select: { state: true, closedAt: true, owner: NAME } },
} as const satisfies Prisma.CompensationSelect;
type Found = Prisma.CompensationGetPayload<{ select: typeof COMPENSATION }>;

const nameCell = (person: PersonName | null | undefined): Cell => (person ? nameOf(person) : null);
const momentCell = (at: Date | null | undefined): Cell => (at ? { at } : null);

const NARROW = 10;
const MOMENT_WIDTH = 17;
const WORDS_WIDTH = 26;

interface Column extends Omit<TableColumn, 'header'> {
  name: string;
  cell: (found: Found, words: Words) => Cell;
}

/** How it was paid; null: it is not, or not any more. */
const paymentOf = ({ assignment }: Found): Found['assignment'] =>
  assignment?.state === 'done' ? assignment : null;

/** No words that people typed and nothing of the client: an accountant needs neither. */
const COLUMNS: readonly Column[] = [
  { name: 'compensation', kind: 'number', width: NARROW, cell: ({ id }) => id },
  { name: 'id', kind: 'number', width: NARROW, cell: ({ historyId }) => Number(historyId) },
  { name: 'at', kind: 'moment', width: MOMENT_WIDTH, cell: ({ call }) => momentCell(call.callDate) },
  {
    name: 'amount',
    kind: 'money',
    width: MOMENT_WIDTH,
    cell: ({ amountKopecks }) => ({ kopecks: amountKopecks }),
  },
  {
    name: 'compensation-reason',
    kind: 'text',
    width: WORDS_WIDTH,
    cell: ({ reason }, words) => words(codeKey('compensation-reason', reason)),
  },
  {
    name: 'compensation-standing',
    kind: 'text',
    width: WORDS_WIDTH,
    cell: ({ state, assignment }, words) =>
      words(codeKey('compensation-standing', compensationStanding(state, assignment?.state ?? null))),
  },
  { name: 'proposed-by', kind: 'text', width: WORDS_WIDTH, cell: ({ proposedBy }) => nameCell(proposedBy) },
  {
    name: 'proposed-at',
    kind: 'moment',
    width: MOMENT_WIDTH,
    cell: ({ proposedAt }) => momentCell(proposedAt),
  },
  { name: 'approved-by', kind: 'text', width: WORDS_WIDTH, cell: ({ decidedBy }) => nameCell(decidedBy) },
  {
    name: 'approved-at',
    kind: 'moment',
    width: MOMENT_WIDTH,
    cell: ({ decidedAt }) => momentCell(decidedAt),
  },
  { name: 'paid-by', kind: 'text', width: WORDS_WIDTH, cell: (found) => nameCell(paymentOf(found)?.owner) },
  {
    name: 'paid-at',
    kind: 'moment',
    width: MOMENT_WIDTH,
    cell: (found) => momentCell(paymentOf(found)?.closedAt),
  },
];

/** Compensations for accounting, in the order they were approved. People decide about them one by one: they fit one page. */
export const compensationTable = async (snapshot: Db, period: Days, words: Words): Promise<ExportTable> => {
  const found = await snapshot.compensation.findMany({
    where: during(period),
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: COMPENSATION,
  });
  return {
    sheet: words('export-sheet', { content: 'compensation' }),
    columns: COLUMNS.map(({ name, kind, width }) => ({
      header: words(`export-column-${name}`),
      kind,
      width,
    })),
    pages: onePage(found.map((one): Row => COLUMNS.map(({ cell }) => cell(one, words)))),
  };
};

/** How many rows the file will hold. */
export const countCompensationRows = (db: Db, period: Days): Promise<number> =>
  db.compensation.count({ where: during(period) });
