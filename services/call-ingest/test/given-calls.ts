import { randomBytes } from 'node:crypto';
import { phoneKeysFrom, type PhoneKeys } from '@perezvon/db';

/** Keys of their own for one test file. */
export const givenPhoneKeys = (): PhoneKeys =>
  phoneKeysFrom({
    encryption: randomBytes(32).toString('base64'),
    hash: randomBytes(32).toString('base64'),
  });

/** A record as a telephony sends it. */
export const givenRecord = (historyId: number, overrides: object = {}) => ({
  history_id: historyId,
  call_date: '2026-11-24T14:05:00+03:00',
  direction: 'inbound',
  await_sec: 12,
  talk_duration: 60,
  operator: 'op-1',
  transcript: [
    { t: 1, speaker: 'operator', text: 'клиника добрый день' },
    { t: 4, speaker: 'client', text: 'здравствуйте хочу записаться' },
  ],
  upstream: { call_category: 'Первичная запись', is_target: true, call_score: 8 },
  ...overrides,
});

/** A text as a network or a disk hands it over: in pieces that end anywhere, also inside a letter. */
export async function* inChunks(content: string | Buffer, chunkBytes: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}
