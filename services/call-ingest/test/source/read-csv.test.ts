import { expect, test } from '@jest/globals';
import { inChunks } from '../given-calls.js';
import fc from 'fast-check';
import { MAX_RECORD_BYTES, type RawRecord } from '../../src/source/raw-record.js';
import { readCsv } from '../../src/source/read-csv.js';

const read = async (content: string | Buffer, chunkBytes = 5): Promise<RawRecord[]> => {
  const records: RawRecord[] = [];
  for await (const record of readCsv(inChunks(content, chunkBytes))) records.push(record);
  return records;
};

const valueOf = async (content: string | Buffer): Promise<unknown> => {
  const [first] = await read(content);
  return first && 'value' in first ? first.value : first;
};

/** Windows-1251 of Russian letters and ASCII, as Excel writes it. */
const inWindows1251 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

const HEADER = 'history_id;call_date;direction;await_sec;talk_duration;operator;transcript';
const ROW = '7;24.11.2026 14:05:00;inbound;12;60;op-1;"Оператор: алло\nКлиент: да; нет"';

test('a quoted cell may hold line breaks, delimiters and quotes; the line is where the row begins', async () => {
  const records = await read(
    `${HEADER}\r\n1;d;inbound;1;2;op-1;"Оператор: ""алло""\r\nКлиент: да; нет"\r\n\r\n2;d;inbound;1;2;op-1;т\r\n`,
  );
  expect(records.map(({ line }) => line)).toEqual([2, 5]);
  expect(records[0]).toMatchObject({ value: { transcript: 'Оператор: "алло"\nКлиент: да; нет' } });
});

test.each<[string, (text: string) => Buffer]>([
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['Windows-1251', inWindows1251],
  ['UTF-16 little-endian', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 big-endian', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('%s is recognised', async (_name, encode) => {
  expect(await valueOf(encode(`${HEADER}\n${ROW}\n`))).toMatchObject({
    history_id: 7,
    transcript: 'Оператор: алло\nКлиент: да; нет',
  });
});

test('Windows-1251 is recognised also when Russian begins late', async () => {
  const ascii = Array.from({ length: 5_000 }, (_, i) => `${i + 1};d;inbound;1;0;;`).join('\n');
  const records = await read(inWindows1251(`${HEADER}\n${ascii}\n${ROW}\n`), 65_536);
  expect(records.at(-1)).toMatchObject({ value: { transcript: 'Оператор: алло\nКлиент: да; нет' } });
});

test.each([';', ',', '\t'])('the delimiter «%s» is recognised', async (delimiter) => {
  const text = `${HEADER.replaceAll(';', delimiter)}\n${['7', 'd', 'inbound', '12', '60', 'op-1', '"a,b;c"'].join(delimiter)}`;
  expect(await valueOf(text)).toMatchObject({ history_id: 7, operator: 'op-1', transcript: 'a,b;c' });
});

test('whatever is written as cells is read back, wherever the chunks end', async () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'ё', '"', ';', ',', '\n', '\t', 'x', ' ', '😀') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        word.filter((text) => text.trim() !== ''),
        { minLength: 1 },
      ),
      fc.constantFrom(';', ','),
      fc.integer({ min: 1, max: 40 }),
      async (cells, delimiter, chunkBytes) => {
        const rows = cells.map((cell, i) =>
          [i + 1, 'd', 'inbound', `"${cell.replaceAll('"', '""')}"`].join(delimiter),
        );
        const header = ['history_id', 'call_date', 'direction', 'source'].join(delimiter);
        const records = await read([header, ...rows].join('\n'), chunkBytes);
        expect(records).toMatchObject(
          cells.map((cell, i) => ({ value: { history_id: i + 1, source: cell } })),
        );
      },
    ),
  );
});

test('the tables of OperatorBot are read by their own column names', async () => {
  const history = `history_id,context_type,caller_number,caller_info,called_number,called_info,talk_duration,await_sec,context_start_time,recording_id,transcript
11,1,79161234567,Иван,74951234567,Ресепшн Анна,35,9,1764918600,MToxMA==,"Оператор: алло"
12,2,74951234567,Ресепшн Анна,79161234567,Иван,35,NULL,1764918600,NULL,NULL`;
  const [inbound, outbound] = await read(history);
  expect(inbound).toMatchObject({
    value: {
      history_id: 11,
      call_date: '2025-12-05T07:10:00.000Z',
      direction: 'inbound',
      await_sec: 9,
      operator: 'Ресепшн Анна',
      client_phone: '79161234567',
      recording_url: null,
    },
  });
  expect(outbound).toMatchObject({
    value: {
      direction: 'outbound',
      await_sec: null,
      operator: 'Ресепшн Анна',
      client_phone: '79161234567',
      transcript: null,
    },
  });

  const scores = `"id","history_id","call_score","call_date","context_type","talk_duration","called_info","caller_number","call_category","number_checklist","is_target","outcome","requested_service_name","utm_source_by_number"
"1","13","7.5","2025-12-05 10:10:00","входящий","60","Анна","79161234567","Запись","8","1","record","УЗИ","2ГИС"`;
  expect(await valueOf(scores)).toMatchObject({
    call_date: '2025-12-05 10:10:00',
    direction: 'inbound',
    source: '2ГИС',
    upstream: { call_score: '7.5', is_target: '1', requested_service: 'УЗИ', call_category: 'Запись' },
  });
});

test('an empty transcript is none yet, unless nobody talked', async () => {
  expect(await valueOf(`${HEADER}\n1;d;inbound;64;0;op-1;\n`)).toMatchObject({
    transcript: [],
    operator: null,
  });
  expect(await valueOf(`${HEADER}\n1;d;inbound;64;30;op-1;\n`)).toMatchObject({
    transcript: null,
    operator: 'op-1',
  });
});

test('a header without the needed columns is refused by their names', async () => {
  await expect(read('id;date\n1;2\n')).rejects.toThrow(
    'no column history_id, call_date or context_start_time_dt',
  );
  await expect(read('')).rejects.toThrow('The file is empty');
});

test('stray quotes are read as they stand', async () => {
  const records = await read(
    'history_id;call_date;direction;source\n1;d;inbound;ООО "Ромашка"\n2;d;inbound;"а" б\n',
  );
  expect(records).toMatchObject([{ value: { source: 'ООО "Ромашка"' } }, { value: { source: '"а" б' } }]);
});

test.each([
  ['short', 10],
  ['long', MAX_RECORD_BYTES],
])(
  'a quote that is never closed costs the rest of the file, not what stands before it (%s)',
  async (_name, size) => {
    const text = `history_id;call_date;direction;source\n1;d;inbound;а\n2;d;inbound;"${'x'.repeat(size)}\n3;d;inbound;б\n`;
    expect(await read(text, 65_536)).toMatchObject([
      { line: 2, value: { history_id: 1 } },
      { line: 3, problem: expect.stringContaining('never closed') },
    ]);
  },
);
