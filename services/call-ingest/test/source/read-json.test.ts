import { expect, test } from '@jest/globals';
import { inChunks } from '../given-calls.js';
import fc from 'fast-check';
import { readJson, type JsonHint } from '../../src/source/read-json.js';
import { MAX_RECORD_BYTES, type RawRecord } from '../../src/source/raw-record.js';

const read = async (
  text: string | Buffer,
  hint: JsonHint = 'unknown',
  chunkBytes = 7,
): Promise<RawRecord[]> => {
  const records: RawRecord[] = [];
  for await (const record of readJson(inChunks(text, chunkBytes), hint)) records.push(record);
  return records;
};

const values = (records: RawRecord[]): unknown[] =>
  records.map((record) => ('value' in record ? record.value : record.problem));

const anyRecord = fc.dictionary(
  fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
  fc.jsonValue({ noUnicodeString: false }),
);
const chunkSize = fc.integer({ min: 1, max: 64 });

test('whatever is written as an array is read back, wherever the chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRecord), fc.constantFrom(0, 2), chunkSize, async (records, indent, size) => {
      const text = JSON.stringify(records, null, indent);
      expect(values(await read(text, 'unknown', size))).toEqual(JSON.parse(text));
    }),
  );
});

test('whatever is written as NDJSON is read back with its line numbers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRecord, { minLength: 1 }),
      fc.constantFrom<JsonHint>('lines', 'unknown'),
      fc.constantFrom('\n', '\r\n'),
      chunkSize,
      async (records, hint, newline, size) => {
        const lines = records.map((record) => JSON.stringify(record));
        const expected = lines.map((text, index) => ({ line: index + 1, value: JSON.parse(text) }));
        expect(await read(lines.join(newline), hint, size)).toEqual(expected);
        expect(await read(`${lines.join(newline)}${newline}`, hint, size)).toEqual(expected);
      },
    ),
  );
});

test('one object is read, in one line or in many', async () => {
  const record = { history_id: 1, transcript: [{ text: 'да, «алло» {[' }] };
  expect(values(await read(JSON.stringify(record)))).toEqual([record]);
  expect(values(await read(JSON.stringify(record, null, 2)))).toEqual([record]);
  expect(values(await read(`\ufeff\r\n ${JSON.stringify(record, null, '\t')}\n`))).toEqual([record]);
});

test('a broken line costs itself only', async () => {
  const records = await read('{"a":1}\n{"a":\nnonsense\n\n{"a":4}\n', 'lines');
  expect(records).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 2, problem: 'this is not JSON' },
    { line: 3, problem: 'this is not JSON' },
    { line: 5, value: { a: 4 } },
  ]);
});

test('a broken element of an array costs itself only', async () => {
  expect(await read('[{"a":1}, {"a":}, nonsense, {"text":"] , ["}, 7,]')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 2, problem: 'this is not JSON' },
    { line: 3, problem: 'this is not JSON' },
    { line: 4, value: { text: '] , [' } },
    { line: 5, value: 7 },
  ]);
});

test('an array that was cut off gives what is whole and says so', async () => {
  expect(await read('[{"a":1}, {"a":')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 2, problem: 'the JSON array is not closed: the body may be cut off' },
  ]);
  expect(values(await read('[{"a":1}] [{"a":2}]'))).toEqual([
    { a: 1 },
    'there is more after the end of the JSON array',
  ]);
});

test.each(['', '   \n ', '\ufeff'])('nothing at all («%s») is said to be nothing', async (text) => {
  expect(values(await read(text))).toEqual(['there is nothing in it']);
});

test('an empty array is not nothing', async () => {
  expect(await read(' [ ]\n')).toEqual([]);
});

test('bytes that are no UTF-8 are refused, not guessed', async () => {
  const line = Buffer.concat([
    Buffer.from('{"text":"'),
    Buffer.from([0xcf, 0xf0]),
    Buffer.from('"}\n{"a":1}'),
  ]);
  expect(values(await read(line, 'lines'))).toEqual(['this is not UTF-8', { a: 1 }]);
});

test('a problem never repeats the record', async () => {
  const records = await read('{"client_phone": "+79161234567", Иванова}\n', 'lines');
  expect(JSON.stringify(records)).not.toMatch(/7916|Иванова/u);
});

test.each([
  ['lines', (long: string) => `{"a":1}\n{"text":"${long}"}\n{"a":3}\n`],
  ['unknown', (long: string) => `[{"a":1},{"text":"${long}"},{"a":3}]`],
] as const)('a record without an end does not fill the memory (%s)', async (hint, text) => {
  const records = await read(text('щ'.repeat(MAX_RECORD_BYTES / 2)), hint, 65_536);
  expect(values(records)).toEqual([
    { a: 1 },
    `the record is longer than ${MAX_RECORD_BYTES} bytes`,
    { a: 3 },
  ]);
});
