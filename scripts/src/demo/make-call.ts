import { OUTCOMES, type CallRecord, type Turn, type Upstream } from '@perezvon/contracts';
import type { ChosenDialogue } from './choose-dialogue.js';
import type { Client } from './client.js';
import type { PlannedCall } from './day-plan.js';
import { asRecognised, fillText, type Gender } from './fill.js';
import type { DemoTexts } from './load-texts.js';
import type { Random } from './random.js';
import type { DemoSource } from './sources.js';
import { timeSlots } from './spoken-time.js';
import type { Dialogue, Hint, Topic, TopicKind } from './texts-schema.js';

/** A call of the demo as call-ingest takes it. */
export interface DemoCall extends CallRecord {
  client_phone: string | null;
  /** Name of the file in the folder of recordings; null: nothing was recorded. */
  recording_url: string | null;
  source: DemoSource;
  /** For the voice of the recording. */
  clientGender: Gender;
}

const CLINIC = '«Тихий яр»';

const COMMON_TOPICS: readonly TopicKind[] = ['doctor', 'doctor', 'doctor', 'scan', 'dental', 'cosmetic'];
const CHARACTERS_PER_SECOND = 11;
const SHORTEST_TURN_S = 1;
/** Now and then the operator leafs through the schedule. */
const LOOKS_UP = 0.18;
const LOOK_UP_S = { min: 6, max: 25 };

const WAIT_AT_REST_S = 9;
const WAIT_AT_PEAK_S = 48;
const LONGEST_WAIT_S = 240;
/** Who gives up has usually waited longer than who is answered. */
const PATIENCE_FACTOR = 1.6;

const HIDDEN_NUMBER = 0.08;
const TRANSCRIPT_STILL_MISSING = 0.05;
const NO_UPSTREAM = 0.15;
const NO_UPSTREAM_UNANSWERED = 0.6;
const UPSTREAM_FIELD_MISSING = 0.1;
const UPSTREAM_WRONG = 0.08;
const BEST_SCORE = 10;

/** Calls that somebody will want to hear are recorded more often: a demo need not fill the disk. */
const WORTH_HEARING: readonly string[] = ['complaint', 'price', 'callback', 'cancel'];
const RECORDED_WORTH_HEARING = 0.45;
const RECORDED_OTHERS = 0.05;

const REFUSAL_TEXT: Readonly<Record<NonNullable<NonNullable<Hint['refusal']>>, string>> = {
  price: 'дорого',
  time: 'не подошло время',
  competitor: 'ушёл к другим',
  trust: 'сомневается',
  not_relevant: 'не подходит',
  operator_error: 'ошибка оператора',
  unknown: 'причина не названа',
};

const slotValues = ({ operator }: ChosenDialogue, client: Client, topic: Topic): Record<string, string> => ({
  ...topic,
  clinic: CLINIC,
  greeting: operator?.greeting ?? '',
  op: operator?.name ?? '',
  name: client.name,
  surname: client.surname,
  surname_m: client.surnameMale,
  surname_f: client.surnameFemale,
  fio: `${client.surname} ${client.name}`,
});

/** Turns with times that fit their length, and the seconds the whole talk took. */
const speak = (
  texts: readonly { speaker: Turn['speaker']; text: string }[],
  random: Random,
): { turns: Turn[]; seconds: number } => {
  let clock = random.int(0, 2);
  const turns = texts.map(({ speaker, text }): Turn => {
    const t = clock;
    clock += Math.max(SHORTEST_TURN_S, Math.round(text.length / CHARACTERS_PER_SECOND)) + random.int(1, 2);
    if (speaker === 'operator' && random.chance(LOOKS_UP)) clock += random.int(LOOK_UP_S.min, LOOK_UP_S.max);
    return { t, speaker, text };
  });
  return { turns, seconds: turns.length === 0 ? 0 : clock + random.int(0, 2) };
};

const waitOf = ({ load }: PlannedCall, { operator, dialogue }: ChosenDialogue, random: Random): number => {
  const mean = WAIT_AT_REST_S + (WAIT_AT_PEAK_S - WAIT_AT_REST_S) * load ** 2;
  const factor = operator === null && dialogue.direction === 'inbound' ? PATIENCE_FACTOR : 1;
  return Math.min(LONGEST_WAIT_S, 2 + Math.round(random.exponential(mean * factor)));
};

const makeUpstream = (dialogue: Dialogue, topic: Topic, random: Random): Upstream | null => {
  if (random.chance(dialogue.answered ? NO_UPSTREAM : NO_UPSTREAM_UNANSWERED)) return null;
  const {
    category,
    outcome,
    target,
    score: [low, high],
    refusal,
  } = dialogue.hint;
  const score = random.int(low, high);
  const fields: Upstream = {
    call_category: category,
    outcome: random.chance(UPSTREAM_WRONG) ? random.pick(OUTCOMES) : outcome,
    is_target: target,
    requested_service: target === true ? topic.hint : null,
    refusal_category_code: refusal ?? null,
    refusal_reason: refusal ? REFUSAL_TEXT[refusal] : null,
    call_score: score,
    number_checklist: Math.min(BEST_SCORE, Math.max(0, score + random.int(-2, 1))),
  };
  // Any field may be missing: that is how the telephony delivers them.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !random.chance(UPSTREAM_FIELD_MISSING)),
  );
};

const recordingOf = (
  historyId: number,
  { operator, dialogue }: ChosenDialogue,
  random: Random,
): string | null => {
  const share = WORTH_HEARING.includes(dialogue.family) ? RECORDED_WORTH_HEARING : RECORDED_OTHERS;
  return operator !== null && random.chance(share) ? `demo-${historyId}.mp3` : null;
};

/** One call of the plan with one client, from ring to farewell. */
export const makeCall = (
  historyId: number,
  planned: PlannedCall,
  chosen: ChosenDialogue,
  client: Client,
  { topics }: Pick<DemoTexts, 'topics'>,
  random: Random,
): DemoCall => {
  const { operator, dialogue } = chosen;
  const topic = random.pick(topics[dialogue.topic ?? random.pick(COMMON_TOPICS)]);
  const slots = {
    gender: client.gender,
    values: { ...slotValues(chosen, client, topic), ...timeSlots(planned.at, random) },
  };
  const { turns, seconds } = speak(
    dialogue.talk.map(({ speaker, text }) => {
      const said = fillText(text, slots, random);
      return { speaker, text: operator?.punctuated === false ? asRecognised(said) : said };
    }),
    random,
  );
  const isTranscribed = operator === null || !random.chance(TRANSCRIPT_STILL_MISSING);
  return {
    history_id: historyId,
    call_date: planned.at.toUTC().toISO({ suppressMilliseconds: true }) ?? '',
    direction: dialogue.direction,
    await_sec: waitOf(planned, chosen, random),
    talk_duration: seconds,
    operator: operator?.code ?? null,
    transcript: isTranscribed ? turns : null,
    upstream: makeUpstream(dialogue, topic, random),
    client_phone: random.chance(HIDDEN_NUMBER) ? null : client.phone,
    recording_url: recordingOf(historyId, chosen, random),
    source: client.source,
    clientGender: client.gender,
  };
};
