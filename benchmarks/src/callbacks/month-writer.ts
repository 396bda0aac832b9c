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
/** A talk proves a callback from this length on. */
const PROOF_SECONDS = 30;

type MakeRecord = (ring: Ring, direction: MadeRecord['direction'], seconds: number | null) => MadeRecord;

/** Clients with numbers of their own, one after the other: neighbours differ in one digit. */
const clientMaker = () => {
  let [clients, phones] = [0, 0];
  const newPhone = (): string => {
    phones += 1;
    return `+7${FIRST_PHONE + phones}`;
  };
  const newClient = (): Client => {
    clients += 1;
    return { id: clients, phone: newPhone() };
  };
  return { newPhone, newClient };
};

/** Calls as the telephony writes them down, numbered from `firstId` on. */
const recordMaker = (random: Random, firstId: number) => {
  let calls = 0;
  const record: MakeRecord = ({ at, client, phone = client.phone, turns = null }, direction, seconds) => {
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
  return { record, calls: () => calls };
};

/** Calls that come in, each told right after it. */
const incoming = (random: Random, record: MakeRecord, steps: Step[]) => {
  const ring = (call: Ring): number => {
    const seconds = random.int(20, 400);
    const made = record(call, 'inbound', seconds);
    steps.push({ at: call.at + seconds * 1_000 + MINUTE_MS, kind: 'deliver', record: made });
    return made.history_id;
  };
  const ringWithLateTranscript = (call: Ring, transcriptAt: number): number => {
    const made = record(call, 'inbound', random.int(20, 400));
    steps.push({ at: call.at + 10 * MINUTE_MS, kind: 'deliver', record: { ...made, transcript: null } });
    steps.push({ at: transcriptAt, kind: 'deliver', record: made });
    return made.history_id;
  };
  return { ring, ringWithLateTranscript };
};

/** Calls that go out, told late now and then, or wrong at first; `outgoing` keeps the truth. */
const dialInto = (random: Random, record: MakeRecord, steps: Step[], outgoing: TrueCall[]) => {
  const deliveredAt = (at: number, seconds: number): number =>
    at +
    seconds * 1_000 +
    (random.chance(LATE_SHARE) ? random.int(1, 6) * HOUR_MS : random.int(1, 5) * MINUTE_MS);

  return ({ seconds, saidSeconds = seconds, isMachine = false, ...call }: Dial): number => {
    const made = record(call, 'outbound', seconds);
    const at = deliveredAt(call.at, seconds);
    steps.push({ at, kind: 'deliver', record: { ...made, talk_duration: saidSeconds } });
    if (saidSeconds !== seconds)
      steps.push({ at: at + random.int(1, 8) * HOUR_MS, kind: 'deliver', record: made });
    outgoing.push({
      historyId: made.history_id,
      at: call.at,
      client: call.client.id,
      isTalk: seconds >= PROOF_SECONDS && !isMachine,
    });
    return made.history_id;
  };
};

/** @param firstId the first call's id */
export const monthWriter = (random: Random, firstId = 1): MonthWriter => {
  const steps: Step[] = [];
  const outgoing: TrueCall[] = [];
  const callbacks: TrueCallback[] = [];
  const { record, calls } = recordMaker(random, firstId);

  return {
    random,
    ...clientMaker(),
    ...incoming(random, record, steps),
    dial: dialInto(random, record, steps, outgoing),
    give: (historyId, client, at, story) => {
      steps.push({ at, kind: 'give', historyId });
      callbacks.push({ historyId, client: client.id, story });
    },
    move: (kind, historyId, at) => {
      steps.push({ at, kind, historyId });
    },
    calls,
    finish: () => ({ steps: steps.toSorted((a, b) => a.at - b.at), outgoing, callbacks }),
  };
};
