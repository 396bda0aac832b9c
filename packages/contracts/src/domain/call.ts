import { z } from 'zod';
import { HistoryId } from './ids.js';

const DIRECTIONS = ['inbound', 'outbound'] as const;
export const Direction = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof Direction>;

export const SPEAKERS = ['operator', 'client', 'system'] as const;
export const Speaker = z.enum(SPEAKERS);
export type Speaker = z.infer<typeof Speaker>;

/** One turn of the talk. `t`: seconds from the start of the call; null when the source gives no times. */
export const Turn = z.object({
  t: z.number().nonnegative().nullable(),
  speaker: Speaker,
  text: z.string(),
});
export type Turn = z.infer<typeof Turn>;

export const OUTCOMES = [
  'record',
  'lead_no_record',
  'info_only',
  'refusal',
  'cancel',
  'reschedule',
  'complaint',
  'spam',
  'technical',
  'missed',
  'non_target',
] as const;
/** How the call ended for the clinic (labelled-calls guide). */
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** What the telephony's own analysis said: a noisy hint, every field may be missing or wrong. */
export const Upstream = z.object({
  call_category: z.string().nullish(),
  outcome: z.string().nullish(),
  is_target: z.boolean().nullish(),
  requested_service: z.string().nullish(),
  refusal_category_code: z.string().nullish(),
  refusal_reason: z.string().nullish(),
  /** 0–10 */
  call_score: z.number().nullish(),
  /** 0–10 */
  number_checklist: z.number().nullish(),
});
export type Upstream = z.infer<typeof Upstream>;

/** One call as every source delivers it after parsing; field names are those of the labelled-calls guide. */
export const CallRecord = z.object({
  history_id: HistoryId,
  /** ISO 8601 with an offset: the start of the call. */
  call_date: z.iso.datetime({ offset: true }),
  direction: Direction,
  /** Seconds the client waited for an answer; null when the source does not say. */
  await_sec: z.int().nonnegative().nullable(),
  /** Seconds of talk; 0 = nobody answered; null when the source does not say. */
  talk_duration: z.int().nonnegative().nullable(),
  /** The operator's code; null when nobody answered. */
  operator: z.string().min(1).max(64).nullable(),
  /** null: no transcript yet; []: there is one and it is empty. */
  transcript: z.array(Turn).nullable(),
  upstream: Upstream.nullable(),
});
export type CallRecord = z.infer<typeof CallRecord>;
