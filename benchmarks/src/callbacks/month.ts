import type { Turn } from '@perezvon/contracts';

/** One call as its telephony delivers it. */
export interface MadeRecord {
  history_id: number;
  call_date: string;
  direction: 'inbound' | 'outbound';
  await_sec: number | null;
  talk_duration: number | null;
  operator: string | null;
  client_phone: string | null;
  transcript: Turn[] | null;
}

/** What happens, at a moment (milliseconds since 1970). */
export type Step =
  | { at: number; kind: 'deliver'; record: MadeRecord }
  | { at: number; kind: 'give' | 'complete' | 'fail' | 'return'; historyId: number };

/** Who was really spoken with in an outgoing call. */
export interface TrueCall {
  historyId: number;
  at: number;
  client: number;
  /** At least as long as a proof has to be, and with a person. */
  isTalk: boolean;
}

/** A callback as it really went. */
export interface TrueCallback {
  /** The call that it was given for. */
  historyId: number;
  client: number;
  /** What makes it hard. */
  story: string;
}

/** Calls and callbacks of thirty days, and what is true of them. */
export interface MadeMonth {
  /** In the order of their moments. */
  steps: readonly Step[];
  outgoing: readonly TrueCall[];
  callbacks: readonly TrueCallback[];
}
