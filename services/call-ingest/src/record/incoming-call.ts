import { type CallRecord, Direction, HistoryId } from '@perezvon/contracts';
import { normalisePhone } from '@perezvon/db';
import { z } from 'zod';
import { parseCallDate } from './call-date.js';
import { cleanText } from './clean-text.js';
import { isRecordingUrl } from './recording-url.js';
import { IncomingTranscript } from './transcript.js';
import { IncomingUpstream } from './upstream.js';

/** One call as it is stored: the record of the labelled-calls guide and where it came from. */
export interface IncomingCall extends CallRecord {
  /** `+79161234567`; null: none, or one that nobody could call back. Encrypted before it reaches the database. */
  client_phone: string | null;
  /** http(s) address, `s3://bucket/key`, `disk:/path` or file name; null: none. */
  recording_url: string | null;
  source: string | null;
}

export interface RecordOptions {
  /** Time zone of dates without an offset; null: they are refused. */
  zone: string | null;
  /** For a record that names no source itself. */
  defaultSource: string | null;
}

const DAYS_PER_WEEK = 7;
const SECONDS_PER_DAY = 86_400;
/** No call lasts longer; a larger number is a moment or milliseconds. */
const MAX_CALL_SECONDS = DAYS_PER_WEEK * SECONDS_PER_DAY;
const MAX_OPERATOR_CHARACTERS = 64;
const MAX_SOURCE_CHARACTERS = 200;
const MAX_PHONE_CHARACTERS = 100;

const secondsExpected = `expected whole seconds from 0 to ${MAX_CALL_SECONDS}, or null`;
const Seconds = z
  .int(secondsExpected)
  .nonnegative(secondsExpected)
  .max(MAX_CALL_SECONDS, secondsExpected)
  .nullish()
  .transform((seconds) => seconds ?? null);

/** Text of at most `max` characters; nothing but spaces counts as none. */
const shortText = (max: number) =>
  z
    .string(`expected text of at most ${max} characters, or null`)
    .transform((text) => cleanText(text).trim())
    .refine((text) => text.length <= max, `expected text of at most ${max} characters, or null`)
    .nullish()
    .transform((text) => (text ? text : null));

const phoneExpected = 'expected a telephone number as text, or null';
const Phone = z
  .union([z.string(), z.int()], phoneExpected)
  .nullish()
  .transform((phone) => {
    const written = String(phone ?? '');
    return written.length <= MAX_PHONE_CHARACTERS ? normalisePhone(written) : null;
  });

const RecordingUrl = shortText(Number.MAX_SAFE_INTEGER).refine(
  (url) => url === null || isRecordingUrl(url),
  'expected an http(s) address, s3://bucket/key, disk:/path or a relative file name, or null',
);

const dateExpected = (zone: string | null): string =>
  zone === null
    ? 'expected ISO 8601 with an offset, such as 2026-11-24T14:05:00+03:00'
    : 'expected a date and time, such as 2026-11-24T14:05:00+03:00 or 24.11.2026 14:05:00';

const CallDate = (zone: string | null) =>
  z.string(dateExpected(zone)).transform((written, context) => {
    const date = parseCallDate(written, zone);
    if (date !== null) return date;
    context.addIssue({ code: 'custom', message: dateExpected(zone) });
    return z.NEVER;
  });

const idExpected = 'expected a positive whole number';

/** The record format of the labelled-calls guide without labels; fields it does not know are ignored. */
export const incomingCall = ({ zone, defaultSource }: RecordOptions) =>
  z.object(
    {
      history_id: z.custom<HistoryId>((id) => HistoryId.safeParse(id).success, idExpected),
      call_date: CallDate(zone),
      direction: z.enum(Direction.options, 'expected inbound or outbound'),
      await_sec: Seconds,
      talk_duration: Seconds,
      operator: shortText(MAX_OPERATOR_CHARACTERS),
      transcript: IncomingTranscript,
      upstream: IncomingUpstream,
      client_phone: Phone,
      recording_url: RecordingUrl,
      source: shortText(MAX_SOURCE_CHARACTERS).transform((source) => source ?? defaultSource),
    },
    'expected a JSON object with the fields of one call',
  ) satisfies z.ZodType<IncomingCall>;
