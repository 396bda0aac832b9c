import { expect, test } from '@jest/globals';
import { callParser, type ParsedCall } from '../../src/record/parse-call.js';
import type { IncomingCall, RecordOptions } from '../../src/record/incoming-call.js';
import { MAX_TRANSCRIPT_CHARACTERS, MAX_TURNS } from '../../src/record/transcript.js';
import { givenRecord } from '../given-calls.js';

const parse = (overrides: object, options: Partial<RecordOptions> = {}): ParsedCall =>
  callParser({ zone: null, defaultSource: null, ...options })(givenRecord(1, overrides));

const callOf = (overrides: object, options: Partial<RecordOptions> = {}): IncomingCall => {
  const parsed = parse(overrides, options);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.call;
};

const errorOf = (overrides: object, options: Partial<RecordOptions> = {}): string => {
  const parsed = parse(overrides, options);
  return parsed.ok ? 'taken' : parsed.error;
};

test('three fields are enough; whatever else is missing is unknown', () => {
  const parsed = callParser({ zone: null, defaultSource: null })({
    history_id: 1,
    call_date: '2026-11-24T14:05:00+03:00',
    direction: 'outbound',
  });
  expect(parsed).toEqual({
    ok: true,
    call: {
      history_id: 1,
      call_date: '2026-11-24T11:05:00.000Z',
      direction: 'outbound',
      await_sec: null,
      talk_duration: null,
      operator: null,
      transcript: null,
      upstream: null,
      client_phone: null,
      recording_url: null,
      source: null,
    },
  });
});

test.each([
  ['history_id', '17', 'history_id: expected a positive whole number'],
  ['history_id', 0, 'history_id: expected a positive whole number'],
  ['history_id', 2 ** 53, 'history_id: expected a positive whole number'],
  ['history_id', undefined, 'history_id: expected a positive whole number'],
  [
    'call_date',
    1_764_918_600,
    'call_date: expected ISO 8601 with an offset, such as 2026-11-24T14:05:00+03:00',
  ],
  [
    'call_date',
    '2026-11-24T14:05:00',
    'call_date: expected ISO 8601 with an offset, such as 2026-11-24T14:05:00+03:00',
  ],
  [
    'call_date',
    '2026-02-30T14:05:00+03:00',
    'call_date: expected ISO 8601 with an offset, such as 2026-11-24T14:05:00+03:00',
  ],
  ['direction', 'internal', 'direction: expected inbound or outbound'],
  ['await_sec', -1, 'await_sec: expected whole seconds from 0 to 604800, or null'],
  ['await_sec', '12', 'await_sec: expected whole seconds from 0 to 604800, or null'],
  ['talk_duration', 1.5, 'talk_duration: expected whole seconds from 0 to 604800, or null'],
  ['talk_duration', 1_764_918_600, 'talk_duration: expected whole seconds from 0 to 604800, or null'],
  ['operator', 'о'.repeat(65), 'operator: expected text of at most 64 characters, or null'],
  ['operator', 7, 'operator: expected text of at most 64 characters, or null'],
  ['transcript', 7, 'transcript: expected null, text, or an array of turns { t, speaker, text }'],
  ['transcript', ['алло'], 'transcript[0]: expected a turn { t, speaker, text }'],
  [
    'transcript',
    [
      { t: 0, speaker: 'client', text: 'а' },
      { t: 1, speaker: 'me', text: 'б' },
    ],
    'transcript[1].speaker: expected operator, client or system',
  ],
  [
    'transcript',
    [{ t: -1, speaker: 'client', text: 'а' }],
    'transcript[0].t: expected seconds from the start of the call, or null',
  ],
  ['transcript', [{ t: 0, speaker: 'client' }], 'transcript[0].text: expected text'],
  ['upstream', 'record', 'upstream: expected an object or null'],
  ['client_phone', {}, 'client_phone: expected a telephone number as text, or null'],
  [
    'recording_url',
    'ftp://example.org/1.mp3',
    'recording_url: expected an http(s) address, s3://bucket/key, disk:/path or a relative file name, or null',
  ],
  ['source', 'и'.repeat(201), 'source: expected text of at most 200 characters, or null'],
])('%s %p is refused by its name', (field, value, error) => {
  expect(errorOf({ [field]: value })).toBe(error);
});

test('a record that is refused is still known by its id', () => {
  expect(parse({ direction: 'up' })).toMatchObject({ ok: false, historyId: 1 });
  expect(callParser({ zone: null, defaultSource: null })([1])).toMatchObject({ ok: false, historyId: null });
});

test.each([
  ['2026-11-24T14:05:00+03:00', '2026-11-24T11:05:00.000Z'],
  ['2026-11-24T11:05:00Z', '2026-11-24T11:05:00.000Z'],
  ['2026-11-24T14:05:00.1234567+0300', '2026-11-24T11:05:00.123Z'],
  ['2026-11-24 14:05:00+03:00', '2026-11-24T11:05:00.000Z'],
])('the date %s is %s', (written, moment) => {
  expect(callOf({ call_date: written }).call_date).toBe(moment);
});

test.each([
  ['24.11.2026 14:05:00', '2026-11-24T11:05:00.000Z'],
  ['24.11.2026 14:05', '2026-11-24T11:05:00.000Z'],
  ['4.1.2026 9:05:07', '2026-01-04T06:05:07.000Z'],
  ['2026-11-24 14:05:00', '2026-11-24T11:05:00.000Z'],
  ['2026-11-24T14:05', '2026-11-24T11:05:00.000Z'],
  ['2026-11-24 14:05:00.250', '2026-11-24T11:05:00.000Z'],
  ['2026-11-24T14:05:00+05:00', '2026-11-24T09:05:00.000Z'],
])('in a spreadsheet the date %s is %s', (written, moment) => {
  expect(callOf({ call_date: written }, { zone: 'Europe/Moscow' }).call_date).toBe(moment);
});

test.each(['24.11', '2026-11-24', '31.02.2026 10:00:00', '11/24/2026 10:00', 'вчера', ''])(
  'in a spreadsheet the date «%s» is refused',
  (written) => {
    expect(errorOf({ call_date: written }, { zone: 'Europe/Moscow' })).toMatch(
      /^call_date: expected a date and time/u,
    );
  },
);

test.each([
  ['lines', 'Оператор: алло\nКлиент: да\nда'],
  ['one line', 'Оператор: алло / Клиент: да да'],
])('a transcript as plain text (%s) becomes turns', (_name, transcript) => {
  expect(callOf({ transcript }).transcript).toEqual([
    { t: null, speaker: 'operator', text: 'алло' },
    { t: null, speaker: 'client', text: 'да да' },
  ]);
});

test('an empty transcript is told from none', () => {
  expect(callOf({ transcript: [] }).transcript).toEqual([]);
  expect(callOf({ transcript: '' }).transcript).toEqual([]);
  expect(callOf({ transcript: null }).transcript).toBeNull();
  expect(callOf({ transcript: undefined }).transcript).toBeNull();
});

test('a turn may have no time', () => {
  expect(callOf({ transcript: [{ speaker: 'client', text: 'алло' }] }).transcript).toEqual([
    { t: null, speaker: 'client', text: 'алло' },
  ]);
});

test('a transcript of no human length is refused', () => {
  const turn = { t: 0, speaker: 'client', text: 'а' };
  expect(errorOf({ transcript: Array.from({ length: MAX_TURNS + 1 }, () => turn) })).toBe(
    `transcript: expected at most ${MAX_TURNS} turns`,
  );
  const tooLong = 'а'.repeat(MAX_TRANSCRIPT_CHARACTERS + 1);
  const error = `transcript: expected at most ${MAX_TRANSCRIPT_CHARACTERS} characters of text`;
  expect(errorOf({ transcript: [{ ...turn, text: tooLong }] })).toBe(error);
  expect(errorOf({ transcript: tooLong })).toBe(error);
});

test.each(['hidden', 'anonymous', '', '103'])(
  'the unusable phone «%s» is none, and no reason to refuse',
  (phone) => {
    expect(callOf({ client_phone: phone }).client_phone).toBeNull();
  },
);

test('a phone number may come as a number', () => {
  expect(callOf({ client_phone: 79_161_234_567 }).client_phone).toBe('+79161234567');
});

test.each([
  'https://example.org/r/1.mp3?x=1',
  'http://10.0.0.5/1.wav',
  '2026/11/24/запись 1.mp3',
  'call_100001.ogg',
  's3://clinic-calls/2026/11/24/запись 1.wav',
  'disk:/Звонки/1.mp3',
  'app:/1.mp3',
  'https://disk.yandex.ru/d/AbC-1_x/1.mp3',
])('the recording %s is kept', (url) => {
  expect(callOf({ recording_url: url }).recording_url).toBe(url);
});

test.each([
  '/etc/passwd',
  '../secret.mp3',
  'a/../../b.mp3',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'C:\\1.mp3',
  's3://clinic-calls',
  's3://clinic-calls/../of-others/1.mp3',
  's3:///1.mp3',
  'disk:/a/../../1.mp3',
  'disk:1.mp3',
  'a\nb.mp3',
])('the recording %p is refused', (url) => {
  expect(errorOf({ recording_url: url })).toMatch(/^recording_url: /u);
});

test('hints of the telephony never cost the call: what does not fit is left out', () => {
  const upstream = {
    is_target: 1,
    call_score: '7,5',
    number_checklist: 'восемь',
    outcome: 'record',
    refusal_reason: ['x'],
  };
  expect(callOf({ upstream }).upstream).toEqual({ is_target: true, call_score: 7.5, outcome: 'record' });
  expect(callOf({ upstream: {} }).upstream).toBeNull();
  expect(callOf({ upstream: { call_category: null } }).upstream).toBeNull();
});

test('the source of the import is that of calls without their own', () => {
  expect(callOf({}, { defaultSource: 'архив' }).source).toBe('архив');
  expect(callOf({ source: '2ГИС' }, { defaultSource: 'архив' }).source).toBe('2ГИС');
});

test('text that PostgreSQL does not store is mended', () => {
  expect(callOf({ operator: 'op\0-1\ud83d' }).operator).toBe('op-1\ufffd');
  expect(callOf({ transcript: 'Клиент: а\0ло' }).transcript).toMatchObject([{ text: 'ало' }]);
});
