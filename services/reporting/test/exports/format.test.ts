import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { csvBytes } from '../../src/exports/format/csv.js';
import { xlsxBytes } from '../../src/exports/format/xlsx.js';
import { cleanWords, type ColumnKind, type ExportTable, type Row } from '../../src/exports/table.js';
import { collect, readCsv, readXlsx } from './read-files.js';

const MOSCOW = 'Europe/Moscow';
const RUSSIAN = { timezone: MOSCOW, language: 'ru' } as const;

const tableOf = (kinds: readonly ColumnKind[], ...pages: readonly (readonly Row[])[]): ExportTable => ({
  sheet: 'Звонки',
  columns: kinds.map((kind, index) => ({ header: `Столбец ${index + 1}`, kind, width: 10 })),
  pages: (async function* () {
    yield* pages;
  })(),
});
const csvOf = async (table: ExportTable) => readCsv(await collect(csvBytes(table, RUSSIAN)));
const xlsxOf = async (table: ExportTable) => readXlsx(await collect(xlsxBytes(table, MOSCOW)));

/** What people say and type that breaks tables. */
const NASTY = [
  '=HYPERLINK("http://evil.example";"клик")',
  '+7 916 200-30-40',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '  =1+1',
  '＝1+1',
  'сказал: "да; нет", и ушёл',
  'первая\nвторая\r\nтретья',
  '<b>жирный</b> & <script>alert(1)</script>',
  '😀 ёж №5 «кавычки»',
  '_x0041_ и _x000D_',
  '00123',
  '  с пробелами  ',
  "'апостроф",
  'null',
];

describe('nasty words come back as they were said', () => {
  test('from CSV, none of them as a formula', async () => {
    const [, ...rows] = await csvOf(
      tableOf(
        ['text', 'number'],
        NASTY.map((words, index) => [words, index]),
      ),
    );
    expect(rows.map(([words]) => words?.replace(/^'(?=\s*[=+\-@＝]|\t)/u, ''))).toEqual(NASTY);
    expect(rows.map(([, index]) => index)).toEqual(NASTY.map((_, index) => String(index)));
    for (const [words] of rows) expect(words).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
  });

  test('from Excel, as text', async () => {
    const { sheet, rows } = await xlsxOf(
      tableOf(
        ['text', 'number'],
        NASTY.map((words, index) => [words, index]),
      ),
    );
    expect(sheet).toBe('Звонки');
    expect(rows[0]).toEqual(['Столбец 1', 'Столбец 2']);
    expect(rows.slice(1)).toEqual(NASTY.map((words, index) => [words, index]));
  });

  const anyWords = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });

  test('whatever they are, from CSV: one cell a word, never a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWords, { minLength: 1, maxLength: 8 }), async (all) => {
        const [, ...rows] = await csvOf(
          tableOf(
            ['text', 'text'],
            all.map((words) => [words, 'конец']),
          ),
        );
        expect(rows).toHaveLength(all.length);
        for (const [index, [words, end]] of rows.entries()) {
          const said = cleanWords(all[index] ?? '');
          expect([said, `'${said}`]).toContain(words);
          expect(words).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
          expect(end).toBe('конец');
        }
      }),
      { numRuns: 200 },
    );
  });
});

const MOMENT = new Date('2026-11-24T21:05:00Z');

test('moments, days, numbers and phones are those of a Russian spreadsheet', async () => {
  const kinds = ['moment', 'day', 'share', 'phone', 'text'] as const;
  const row: Row = [{ at: MOMENT }, { day: '2026-11-24' }, 0.625, { last4: '1234' }, null];
  const [, csv] = await csvOf(tableOf(kinds, [row]));
  expect(csv).toEqual(['25.11.2026 00:05', '24.11.2026', '0,625', '+7 ••• •••-12-34', '']);

  const { rows } = await xlsxOf(tableOf(kinds, [row]));
  const [moment, ...others] = rows[1] ?? [];
  // A spreadsheet's time is a fraction of a day: right to a millisecond.
  expect(Math.abs(Number(moment) - Date.parse('2026-11-25T00:05:00Z'))).toBeLessThan(2);
  expect(others).toEqual([new Date('2026-11-24T00:00:00Z'), 0.625, '+7 ••• •••-12-34', null]);
});

test('Excel opens words of any length and many pages; control characters are gone', async () => {
  const long = 'ж'.repeat(40_000);
  const pages = Array.from({ length: 30 }, (_, page) =>
    Array.from({ length: 100 }, (_row, index) => [`${page}-${index}`]),
  );
  const { rows } = await xlsxOf(tableOf(['text'], [[long], ['до\u0000\u0008после\u0001']], ...pages));
  expect(String(rows[1]?.[0])).toHaveLength(32_767);
  expect(rows[2]).toEqual(['допосле']);
  expect(rows).toHaveLength(1 + 2 + 3_000);
  expect(rows.at(-1)).toEqual(['29-99']);
});

test('CSV begins with the mark that tells Excel it is UTF-8, and ends every line as Windows does', async () => {
  const file = await collect(csvBytes(tableOf(['text'], [['да']]), RUSSIAN));
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(file.subarray(3).toString('utf8')).toBe('Столбец 1\r\nда\r\n');
});
