import type { Turn } from '@perezvon/contracts';
import type { MadeMonth, MadeRecord, Step, TrueCall, TrueCallback } from './month.js';
import type { Random } from './random.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const OPERATORS = 8;
/** Telephony tells of a call minutes after it, sometimes hours. */
const LATE_SHARE = 0.1;

export interface Client {
  id: number;
  phone: string;
}

interface Ring {
  at: number;
  client: Client;
  /** null: hidden. Absent: the client's own. */
  phone?: string | null;
  turns?: Turn[] | null;
}

interface Dial extends Ring {
  seconds: number;
  /** A machine answers, however long it takes. */
  isMachine?: boolean;
  /** What the telephony says first, and corrects later; absent: the truth at once. */
  saidSeconds?: number | null;
}

/** Writes a month down, call by call, and keeps what is true. */
export interface MonthWriter {
  random: Random;
  newClient(): Client;
  newPhone(): string;
  /** A client calls. @returns the call's id */
  ring(ring: Ring): number;
  /** A client calls, and the transcript comes hours later. */
  ringWithLateTranscript(ring: Ring, transcriptAt: number): number;
  /** The clinic calls a client. */
  dial(dial: Dial): number;
  /** Somebody is given a callback for a call. */
  give(historyId: number, client: Client, at: number, story: string): void;
  move(kind: 'complete' | 'fail' | 'return', historyId: number, at: number): void;
  calls(): number;
  finish(): MadeMonth;
}

const FIRST_PHONE = 9_160_000_000;
const PROOF_SECONDS = 30;

/** @param firstId the first call's id */
export const monthWriter = (random: Random, firstId = 1): MonthWriter => {
  const steps: Step[] = [];
  const outgoing: TrueCall[] = [];
  const callbacks: TrueCallback[] = [];
  let [calls, clients, phones] = [0, 0, 0];

  /** One after the other: neighbours differ in one digit. */
  const newPhone = (): string => {
    phones += 1;
    return `+7${FIRST_PHONE + phones}`;
  };
  const deliveredAt = (at: number, seconds: number): number =>
    at +
    seconds * 1_000 +
    (random.chance(LATE_SHARE) ? random.int(1, 6) * HOUR_MS : random.int(1, 5) * MINUTE_MS);

  const record = (
    { at, client, phone = client.phone, turns = null }: Ring,
    direction: MadeRecord['direction'],
    seconds: number | null,
  ): MadeRecord => {
    calls += 1;
    return {
      history_id: firstId + calls - 1,
      call_date: new Date(at).toISOString(),
      direction,
      await_sec: direction === 'inbound' ? random.int(1, 60) : null,
      talk_duration: seconds,
      operator: `op-${random.int(1, OPERATORS)}`,
      client_phone: phone,
      transcript: turns,
    };
  };

  return {
    random,
    newPhone,
    newClient: () => {
      clients += 1;
      return { id: clients, phone: newPhone() };
    },
    ring: (ring) => {
      const seconds = random.int(20, 400);
      const made = record(ring, 'inbound', seconds);
      steps.push({ at: ring.at + seconds * 1_000 + MINUTE_MS, kind: 'deliver', record: made });
      return made.history_id;
    },
    ringWithLateTranscript: (ring, transcriptAt) => {
      const made = record(ring, 'inbound', random.int(20, 400));
      steps.push({ at: ring.at + 10 * MINUTE_MS, kind: 'deliver', record: { ...made, transcript: null } });
      steps.push({ at: transcriptAt, kind: 'deliver', record: made });
      return made.history_id;
    },
    dial: ({ seconds, saidSeconds = seconds, isMachine = false, ...ring }) => {
      const made = record(ring, 'outbound', seconds);
      const at = deliveredAt(ring.at, seconds);
      steps.push({ at, kind: 'deliver', record: { ...made, talk_duration: saidSeconds } });
      if (saidSeconds !== seconds)
        steps.push({ at: at + random.int(1, 8) * HOUR_MS, kind: 'deliver', record: made });
      outgoing.push({
        historyId: made.history_id,
        at: ring.at,
        client: ring.client.id,
        isTalk: seconds >= PROOF_SECONDS && !isMachine,
      });
      return made.history_id;
    },
    give: (historyId, client, at, story) => {
      steps.push({ at, kind: 'give', historyId });
      callbacks.push({ historyId, client: client.id, story });
    },
    move: (kind, historyId, at) => {
      steps.push({ at, kind, historyId });
    },
    calls: () => calls,
    finish: () => ({ steps: steps.toSorted((a, b) => a.at - b.at), outgoing, callbacks }),
  };
};
